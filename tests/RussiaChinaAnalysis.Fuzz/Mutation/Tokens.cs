using System.Text;

namespace RussiaChinaAnalysis.Fuzz.Mutation;

/// <summary>Words that mean something in a format: what random bytes would never hit upon.</summary>
internal static class Tokens
{
    public static IReadOnlyList<byte[]> Of(string format) => [.. Words(format).Select(Encoding.UTF8.GetBytes)];

    private static string[] Words(string format) => format switch
    {
        "pdf" =>
        [
            "[", "<<", "(", "<", "]", ">>", "<</A ", "1 0 obj", "endobj", "stream\n", "endstream", "xref", "trailer", "startxref",
            "5 0 R", "1 0 R", "3 0 R", "/Kids[2 0 R]", "/Parent 3 0 R", "/Prev 0", "/Filter[/FlateDecode/FlateDecode]", "/Filter/LZWDecode",
            "/Filter/ASCIIHexDecode", "/Filter/ASCII85Decode", "/Filter/RunLengthDecode", "/DecodeParms<</Predictor 12/Columns 99999999>>",
            "/Encrypt 4 0 R", "/Length 99999999", "/Type/ObjStm/N 99999/First 9", "/W[9 9 9]", "/Index[0 99999999]", "BT ", "ET ", "q ", "Q ",
            " cm ", " Tf ", "(text) Tj ", "/X0 Do ", "BI ", "ID ", "EI ", "/BaseFont/Symbol", "/Subtype/Type0", "/Subtype/Type3",
            "begincmap ", "1 beginbfrange <0000> <FFFFFFFF> <0041> endbfrange ", "1 begincodespacerange <00> <FFFFFFFF> endcodespacerange ",
            "/Differences[0/a 999999999/b]", "0 0 0 0 0 0 cm ", "1e38 0 0 1e38 0 0 cm ", "%", "\r", "\0",
        ],
        "docx" =>
        [
            "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>text</w:t>", "<w:tbl>", "<w:tr><w:tc>", "</w:tbl>", "<w:sdt><w:sdtContent>",
            "<w:ins>", "<w:del>", "<w:hyperlink>", "<w:txbxContent>", "<mc:AlternateContent><mc:Choice Requires=\"wps\">",
            "<w:fldChar w:fldCharType=\"begin\"/>", "<w:fldChar w:fldCharType=\"end\"/>", "<w:footnoteReference w:id=\"2\"/>",
            "<w:basedOn w:val=\"Heading1\"/>", "<w:numPr><w:ilvl w:val=\"-9\"/><w:numId w:val=\"1\"/></w:numPr>", "<w:outlineLvl w:val=\"99\"/>",
            "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>", "&b;", "&#0;", "&#xD800;", "<![CDATA[", "<!--", "-->", "<?x ?>",
            " xmlns:w=\"x\"", "<w:unknown>", "Target=\"../../x\"", "TargetMode=\"External\"", "\"", ">", "\0",
        ],
        "html" =>
        [
            "<div>", "</div>", "<table><tr><td>", "<p>", "<b>", "<i><a>", "<ul><li>", "<blockquote>", "<script>", "</script>", "<style>", "<svg>", "<math>",
            "<template>", "<select><option>", "<frameset>", "<plaintext>", "<!--", "-->", "<![CDATA[", "&amp;", "&#0;", "&#xFFFFFFFF;", "<meta charset=utf-16>",
            "<base href=x>", "<title>", "<article>", "<nav>", "<br><br>", "<sup><a href='#n'>1</a></sup>", "<p hidden>", " style=display:none", "<table><tr><td>a<td>b",
            "<!DOCTYPE html [<!ENTITY a 'b'>]>", "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":[", "<meta property=og:title content='",
            "<a/>", "<q>", "<ruby><rt>", "<div class=comments>", "&NotEqualTilde;", "&#x1F600", "\u4E00\u0300", "<noscript>", "<h1>", "<font>", "\0", "\uFEFF", "\"", "'", "<",
        ],
        _ =>
        [
            "# ", "> ", "- ", "1. ", "    ", "\t", "```\n", "---\n", "---\ntitle: x\n---\n", "[", "](", "![", "[^1]", "[^1]: ", "*", "**", "_", "`", "<div>", "|", "| - |\n",
            "\n", "\r\n", "\0", "\uFEFF", "\u0301", "&amp;", "{", "}", "&a ", "*a ", ": ", "\\",
        ],
    };
}

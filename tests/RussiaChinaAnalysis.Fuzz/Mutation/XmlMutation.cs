using System.Xml;
using System.Xml.Linq;

namespace RussiaChinaAnalysis.Fuzz.Mutation;

/// <summary>Changes an XML part and leaves it well-formed: what is not well-formed goes no further than the first look at it.</summary>
internal static class XmlMutation
{
    private const int DeepestNesting = 400;
    private static readonly string[] Values = ["", "0", "-1", "9", "99", "2147483648", "1e9", "begin", "end", "none", "Heading1", "Quote", "true", "x"];

    public static byte[] Apply(byte[] content, IReadOnlyList<ByteMutation> mutations)
    {
        XDocument document;
        try
        {
            document = XDocument.Load(new MemoryStream(content, writable: false), LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return content;
        }

        foreach (var mutation in mutations)
            Apply(document, mutation);
        var result = new MemoryStream();
        document.Save(result, SaveOptions.DisableFormatting);
        return result.ToArray();
    }

    private static void Apply(XDocument document, ByteMutation mutation)
    {
        var elements = document.Root!.DescendantsAndSelf().ToList();
        var element = Pick(elements, mutation.Where);
        var other = elements[mutation.Value % elements.Count];
        switch ((int)mutation.Kind % 8)
        {
            case 0 when element.Parent?.Parent is not null:
                element.Remove();
                break;
            case 1 when element.Parent is not null:
                element.AddAfterSelf(Enumerable.Range(0, 1 + (int)(mutation.Extent * 50)).Select(_ => new XElement(element)));
                break;
            case 2 when element.Parent is not null:
                element.AddAfterSelf(new XElement(other.Name, other.Attributes(), other.Nodes()));
                break;
            case 3:
                element.Name = other.Name;
                break;
            case 4 when element.Attributes().Any(IsFree):
                Pick([.. element.Attributes().Where(IsFree)], mutation.Extent).Value = Values[mutation.Value % Values.Length];
                break;
            case 5 when element.Parent is not null:
                element.ReplaceWith(Nest(element, other.Name, 1 + (int)(mutation.Extent * DeepestNesting)));
                break;
            case 6:
                element.Add(new XText(new string((char)(' ' + (mutation.Value % 900)), 1 + (mutation.Value % 500))));
                break;
            case 7:
                element.ReplaceNodes(element.Nodes().Reverse().ToArray());
                break;
        }
    }

    // XML itself says what these may hold.
    private static bool IsFree(XAttribute attribute) => !attribute.IsNamespaceDeclaration && attribute.Name.Namespace != XNamespace.Xml;

    private static XElement Nest(XElement element, XName name, int times)
    {
        var nested = new XElement(element);
        for (var depth = 0; depth < times; depth++)
            nested = new XElement(name, nested);
        return nested;
    }

    private static T Pick<T>(IReadOnlyList<T> items, double where) => items[Math.Min((int)(where * items.Count), items.Count - 1)];
}

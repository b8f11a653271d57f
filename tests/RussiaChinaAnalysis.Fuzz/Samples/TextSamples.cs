using System.Text;

namespace RussiaChinaAnalysis.Fuzz.Samples;

internal static class TextSamples
{
    public static byte[] Plain { get; } = Encoding.UTF8.GetBytes("""
        WHY THE HARBOUR SHOULD STAY PUBLIC

        The city wants to sell the harbour. It should not, because its
        rents pay for the ferries that nobody else would run.

          - Berths brought 3.1 million.
          - Cranes brought the rest, e.g. 0.8 million in 2023.

        > “A harbour sold is a harbour lost,” said the harbour master.

        Порт принадлежит городу. 港口属于城市,不应出售。
        """);

    public static byte[] Markdown { get; } = Encoding.UTF8.GetBytes("""
        ---
        title: Why the harbour should stay public
        author: Mara Lindqvist
        published: 2024-05-02
        ---

        # Why the harbour should stay public

        The *city* wants to **sell** the [harbour](https://example.org).[^1] It should not, `because` rents pay.

        1. First, keep the land.
           - Repair the quay.
        2. Second, <em>wait</em>.

        > A harbour sold &amp; a harbour lost.
        > > So said Порт, 港口.

        | Year | Income |
        | ---- | -----: |
        | 2023 | 3.9    |

        Term
        : Its definition.

        [^1]: See the accounts.
        """);
}

namespace SummitDigest.Web.Tests.Formats;

/// <summary>A site whose content has whatever might break a document: markup, the ends of sections of XML, characters that XML cannot hold, scripts from right to left.</summary>
internal static class HostileSite
{
    public const string Address = "https://digest.example.org";

    public static TestSite Create() => new TestSite().With("Site:BaseUrl", Address).With("Site:Title", "Digest <of> \"A & B\" 🌊 ]]> and of much more")
        .WithFile("speeches/hostile.md", """
            ---
            title: "]]> & <b>نهر</b> 🌊 \uFFFE \"x\""
            speaker: "A & <B> \uFFFF"
            event: "<event> ]]>"
            place: "नदी & 河"
            date: 2024-05-02
            language: ar
            source:
              publisher: "<P> & \uFFFE Co"
              title: "<!-- -- -->"
              authors: ["Mensah, Ama", "O'\u200DBrien \"&\""]
              url: https://example.org/?a=1&b=<2>
              dateline: "& ]]>"
              retrieved: 2024-06-07
            aliases: [once]
            themes: { p1: rivers, p4: rivers, p5: meadows }
            ---
            # The river & <the> ]]> sea

            The river ]]> & <script>alert(1)</script> &lt;b&gt; 🌊 نهر □ △ ▽ *a **b*** `c < d` [in](#p2 "so") [here](/themes?a=b&c=d) <https://example.org/x?y=1&z=2> \
            broken. ^p1

            > A river.
            >
            > ---
            >
            > > Within.
            >
            > - one [x](http://[)
            >   1. deep
            >
            >      deeper

            ### Lower {#lower}

            We ask the river for:
            - first *item*
            - > second
            - ```
              code & <more>
              ```

            ## Next to it {#next}

            7. Seven rivers.

            8. Eight meadows.

            Written as numbers: &#1; &#xFFFE; &nbsp; &copy; end.
            """.Replace('□', '\uFFFE').Replace('△', '\u0001').Replace('▽', '\u0085'))
        .WithSpeech("second", "The meadow is green.\n\nGood day.", "date: 2024-05-03\nkind: draft");
}

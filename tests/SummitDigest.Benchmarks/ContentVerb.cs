using System.CommandLine;

namespace SummitDigest.Benchmarks;

/// <summary><c>content</c>: writes speeches as a content folder, to start the site with.</summary>
internal static class ContentVerb
{
    private const int DefaultSpeeches = 240;

    public static Command Command()
    {
        var folder = new Argument<DirectoryInfo>("out-folder") { Description = "Where to write; made if it is missing." };
        var corpus = new CorpusOptions(DefaultSpeeches);
        var verb = new Command("content", "Writes a content folder with the repository's themes and the speeches.") { folder };
        corpus.AddTo(verb);
        verb.SetAction(arguments => Corpus.WriteContent(corpus.Speeches(arguments), arguments.GetRequiredValue(folder).FullName));
        return verb;
    }
}

using System.CommandLine;

namespace SummitDigest.Benchmarks;

/// <summary><c>content</c>: writes speeches as a content folder, to start the site with.</summary>
internal static class ContentVerb
{
    private const int DefaultSpeeches = 240;

    public static Command Command()
    {
        var folder = new Argument<DirectoryInfo>("out-folder") { Description = "Where to write; made if it is missing." };
        var times = new Option<int>("--times") { Description = "How often each speech is written, under names of their own.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var corpus = new CorpusOptions(DefaultSpeeches);
        var verb = new Command("content", "Writes a content folder with the repository's themes and the speeches.") { folder, times };
        corpus.AddTo(verb);
        verb.SetAction(arguments => Corpus.WriteContent(Corpus.Repeat(corpus.Speeches(arguments), arguments.GetValue(times)), arguments.GetRequiredValue(folder).FullName));
        return verb;
    }
}

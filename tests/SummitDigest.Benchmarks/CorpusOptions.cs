using System.CommandLine;

namespace SummitDigest.Benchmarks;

/// <summary>The options that all verbs share: which speeches to measure with.</summary>
/// <param name="defaultCount">How many speeches are made up where nothing says how many.</param>
internal sealed class CorpusOptions(int defaultCount)
{
    private readonly Option<FileInfo> _file = new Option<FileInfo>("--corpus")
    {
        Description = "The speeches: a file with one JSON object a line: id, title, speaker, year, paragraphs (texts). Default: made up from the seed.",
        HelpName = "speeches.jsonl",
    }.AcceptExistingOnly();

    private readonly Option<int?> _count = new("--speeches")
    {
        Description = $"How many speeches: as many evenly spread over the file (default: all), or made up, of {SyntheticCorpus.PassagesPerSpeech} passages each (default: {defaultCount}).",
        HelpName = "N",
    };

    private readonly Option<int> _seed = new("--seed")
    {
        Description = "What is drawn by lot is drawn from this: the same seed gives the same speeches and queries.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Add(_file);
        verb.Add(_count);
        verb.Add(_seed);
    }

    /// <summary>The seed that was asked for.</summary>
    public int Seed(ParseResult arguments) => arguments.GetValue(_seed);

    /// <summary>The speeches that were asked for, one at a time, so that they need not all be held.</summary>
    public IEnumerable<CorpusSpeech> Speeches(ParseResult arguments)
    {
        var count = arguments.GetValue(_count);
        return arguments.GetValue(_file) is { } file
            ? Corpus.Read(file.FullName, count)
            : SyntheticCorpus.Speeches(count ?? defaultCount, Seed(arguments));
    }

    /// <summary>Writes the speeches that were asked for as content into a new temporary folder.</summary>
    /// <param name="times">How often each.</param>
    public TemporaryContent Write(ParseResult arguments, int times = 1)
    {
        var content = new TemporaryContent();
        Corpus.WriteContent(Corpus.Repeat(Speeches(arguments), times), content.Folder);
        return content;
    }
}

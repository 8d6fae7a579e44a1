using System.Diagnostics;
using SummitDigest.Search.Indexing;
using SummitDigest.Search.Querying;

namespace SummitDigest.Search.Tests;

public sealed class SearcherTests
{
    private static readonly Content.Library Library = A.Library(
        ("older", "2019-01-01", "Ann Lee", "Cyber-crime grows everywhere on the market.\n\nThe café’s “digital divide” narrows.\n\nGovernments must govern."),
        ("newer", "2024-01-01", "Ben Díaz", "Nothing of that.\n\n## Bridges\n\nDivide and rule is not digital; guard it.\n\n网络主权应当得到尊重。\n\nA governing body of the U.N. met."));

    [Theory]
    [InlineData("李强", "a p1,a p2")]
    [InlineData("李强*", "a p1,a p2")]
    [InlineData("李强 water", "a p2")]
    [InlineData("强李", "")]
    [InlineData("\"李强\"", "")]
    [InlineData("-李强", "b p1,a p1,a p2")]
    public void What_is_written_without_spaces_is_found_in_names(string query, string found) =>
        A.Library(("a", "2023-01-01", "李强", "One.\n\nWater."), ("b", "2024-01-01", "强大李", "Two.")).Search(query).Found().Should().Be(found);

    [Theory]
    [InlineData("speaker:\"John Adams\"", "a p1")]
    [InlineData("speaker:\"john ADAMS\"", "a p1")]
    [InlineData("speaker:\"John Quincy Adams\"", "b p1")]
    [InlineData("speaker:adams", "b p1,a p1")]
    [InlineData("speaker:\"adams john\"", "b p1,a p1")]
    [InlineData("-speaker:\"John Adams\"", "b p1")]
    [InlineData("speaker:\"John Adams\" -speaker:adams", "")]
    [InlineData("speaker:\"John Adams\" speaker:quincy", "b p1,a p1")]
    public void A_whole_name_means_who_has_it_and_nobody_with_a_longer_one(string query, string found) =>
        A.Library(("a", "1797-01-01", "John Adams", "Water."), ("b", "1825-01-01", "John Quincy Adams", "Water.")).Search(query).Found().Should().Be(found);

    [Fact]
    public void Many_long_filters_take_no_time_to_speak_of()
    {
        var (library, words) = A.MadeUp(1, speeches: 400, passages: 2);
        var searcher = new Searcher(SearchIndex.Build(library));
        // Such as a form may send.
        Filter[] filters = [.. Enumerable.Range(0, 12).Select(i => new Filter(FilterKind.Speaker, string.Concat(Enumerable.Repeat($"ann{i} ", 96))))];
        searcher.Search(words[0], filters).Unfit.Should().HaveCount(12);
        var time = Stopwatch.StartNew();
        for (var i = 0; i < 10; i++)
            searcher.Search(words[0], filters);
        // Hundredths of a second; with the words of each filter taken anew for each speech it was ten seconds.
        time.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData("digital divide", "older p2,newer p2")]
    [InlineData("divide digital", "older p2,newer p2")]
    [InlineData("\"digital divide\"", "older p2")]
    [InlineData("“digital divide”", "older p2")]
    [InlineData("\"digital divide", "older p2")]
    [InlineData("CAFE", "older p2")]
    [InlineData("digital -rule", "older p2")]
    [InlineData("digital -\"digital divide\"", "newer p2")]
    [InlineData("digital NOT rule", "older p2")]
    [InlineData("NOT rule digital", "older p2")]
    [InlineData("digital AND NOT \"digital divide\"", "newer p2")]
    [InlineData("digital NOT year:2019", "newer p2")]
    [InlineData("divide AND digital AND rule", "newer p2")]
    [InlineData("digital not rule", "newer p2")]
    [InlineData("rule \"NOT\" digital", "newer p2")]
    [InlineData("rule NOT", "newer p2")]
    [InlineData("AND rule", "newer p2")]
    [InlineData("OR", "")]
    [InlineData("digi divide", "older p2,newer p2")]
    [InlineData("digital div", "older p2,newer p2")]
    [InlineData("cybercrime", "older p1")]
    [InlineData("cyber crime", "older p1")]
    [InlineData("Cyber‑Crime", "older p1")]
    [InlineData("cyber-cri", "older p1")]
    [InlineData("div* digital", "older p2,newer p2")]
    [InlineData("(digi*) div*.", "older p2,newer p2")]
    [InlineData("DIGI* -ru*", "older p2")]
    [InlineData("cyber-cri* grows", "older p1")]
    [InlineData("cybercri* grows", "older p1")]
    [InlineData("\"div*\" ", "")]
    [InlineData("div * ", "")]
    [InlineData("* ** -*", "")]
    [InlineData("UN", "newer p4")]
    [InlineData("u.n.", "newer p4")]
    [InlineData("网络主权", "newer p3")]
    [InlineData("主权网络", "")]
    [InlineData("网 权", "newer p3")]
    [InlineData("govern ", "older p3,newer p4")]
    [InlineData("\"govern\"", "older p3")]
    [InlineData("bridges rule", "newer p2")]
    [InlineData("Díaz digital", "newer p2")]
    [InlineData("digital year:2019", "older p2")]
    [InlineData("digital year:2020-2030", "newer p2")]
    [InlineData("digital -year:2019", "newer p2")]
    [InlineData("digital year:2020-", "newer p2")]
    [InlineData("digital year:2019-", "older p2,newer p2")]
    [InlineData("digital year:-2020", "older p2")]
    [InlineData("digital year:–2019", "older p2")]
    [InlineData("digital -year:-2019", "newer p2")]
    [InlineData("digital year:2030-2020", "newer p2")]
    [InlineData("digital year:\"2020-\"", "newer p2")]
    [InlineData("digital year:2010s", "")]
    [InlineData("digital year:-", "")]
    [InlineData("digital year:2019--", "")]
    [InlineData("speaker:lee digital", "older p2")]
    [InlineData("speaker:\"ann lee\" digital", "older p2")]
    [InlineData("speech:newer digital", "newer p2")]
    [InlineData("speaker: lee digital", "older p2")]
    [InlineData("digital -year:  2019", "newer p2")]
    [InlineData("digital year: -2019", "older p2")]
    [InlineData("theme: \"Growth and trade\"", "older p1")]
    [InlineData("digital NOT speaker: Lee", "newer p2")]
    [InlineData("a theme: ", "newer p4")]
    [InlineData("event: digital", "older p2,newer p2")]
    [InlineData("speech: digital", "older p2,newer p2")]
    [InlineData("theme:safety", "newer p2")]
    [InlineData("theme：expansion", "older p1")]
    [InlineData("theme:\"Growth and trade\"", "older p1")]
    [InlineData("theme:growth theme:safety", "newer p2,older p1")]
    [InlineData("theme:none governing", "older p3,newer p4")]
    [InlineData("digital theme:growth", "")]
    [InlineData("nowhere", "")]
    [InlineData("", "")]
    [InlineData("  “—” ", "")]
    [InlineData("😀", "")]
    [InlineData("-", "")]
    [InlineData("\"", "")]
    public void A_query_finds(string query, string found) => Library.Search(query).Found().Should().Be(found);

    [Theory]
    [InlineData("digital OR divide", "digital divide", true)]
    [InlineData("digital OR theme:growth", "digital", true)]
    [InlineData("theme:growth OR theme:safety", "", false)]
    [InlineData("digital or divide", "digital or divide", false)]
    [InlineData("digital \"OR\" divide", "digital OR divide", false)]
    [InlineData("digital OR", "digital OR", false)]
    public void An_OR_between_words_is_left_out_and_that_is_told(string query, string terms, bool isTold)
    {
        var parsed = Library.Search(query).Query;
        string.Join(' ', parsed.Terms.Select(term => term.Text)).Should().Be(terms);
        parsed.IsWithoutOr.Should().Be(isTold);
    }

    [Fact]
    public void A_word_that_is_complete_is_no_beginning()
    {
        Library.Search("gove").Total.Should().Be(2);
        Library.Search("gove ").Total.Should().Be(0);
        Library.Search("gove, ").Total.Should().Be(0);
    }

    [Fact]
    public void A_misspelt_word_is_taken_for_the_nearest_and_that_is_told()
    {
        var result = Library.Search("digitol divide");
        result.Found().Should().Be("older p2,newer p2");
        result.Terms[0].CorrectedTo.Should().Equal("digital");
        result.AnyWord.Should().BeFalse();
    }

    [Theory]
    [InlineData("narows", "narrows")]
    [InlineData("narrrows", "narrows")]
    [InlineData("nrarows", "narrows")]
    [InlineData("barrows", "narrows")]
    [InlineData("everwehre", "everywhere")]
    public void One_slip_anywhere_or_two_in_a_long_word_are_corrected(string typed, string meant) =>
        Library.Search(typed + " ").Terms.Should().ContainSingle().Which.CorrectedTo.Should().Equal(meant);

    [Fact]
    public void A_word_that_stands_somewhere_is_looked_for_beside_its_neighbours()
    {
        var result = A.LibraryOf("A ceremony by the rivers.", "No hegemony here.").Search("hegemony rivers");
        result.Found().Should().Be("speech p1");
        result.Terms[0].Should().Match<MatchedTerm>(term => term.IsKept && term.CorrectedTo.Single() == "ceremony");
    }

    [Fact]
    public void It_is_not_given_up_where_they_do_not_help()
    {
        var result = A.LibraryOf("A ceremony opens.", "No hegemony here.", "The ceremony ends.").Search("hegemony trade");
        result.Found().Should().Be("speech p2");
        result.AnyWord.Should().BeTrue();
        result.Terms[0].CorrectedTo.Should().BeEmpty();
    }

    [Fact]
    public void An_exclusion_looks_at_the_text_alone() =>
        A.LibraryOf("A river.", "A speech by the river.").Search("river -speech").Found().Should().Be("speech p1");

    [Fact]
    public void A_word_in_quotes_is_not_corrected() => Library.Search("\"digitol\"").Total.Should().Be(0);

    [Fact]
    public void A_word_with_a_star_is_not_corrected() => Library.Search("digitol* ").Total.Should().Be(0);

    [Fact]
    public void A_star_asks_for_words_that_begin_so_and_no_others()
    {
        var library = A.LibraryOf("A fine work.", "The workers worked.", "Works of a worker.", "It was unworkable.");
        library.Search("worker* ").Found().Should().Be("speech p3,speech p2");
        library.Search("worked* ").Found().Should().Be("speech p2");
        library.Search("work* ").Terms.Single().Alternatives.Single().Single().Should().BeEquivalentTo(new Dictionary<string, MatchKind>
        {
            ["work"] = MatchKind.Exact,
            ["worked"] = MatchKind.Inflected,
            ["works"] = MatchKind.Inflected,
            ["worker"] = MatchKind.Prefix,
            ["workers"] = MatchKind.Prefix,
        });
    }

    [Fact]
    public void Where_nothing_has_all_words_any_will_do_and_that_is_told()
    {
        var result = Library.Search("bridges everywhere body");
        result.AnyWord.Should().BeTrue();
        result.Hits.Select(hit => $"{hit.Speech.Slug} {hit.Passage.Id}").Should().BeEquivalentTo("older p1", "newer p2", "newer p3", "newer p4");
    }

    [Fact]
    public void Exclusions_and_filters_hold_when_any_word_will_do() =>
        Library.Search("bridges everywhere body -rule year:2024").Found().Should().Be("newer p4,newer p3");

    [Fact]
    public void The_word_as_typed_comes_before_other_forms() =>
        A.LibraryOf("They govern here.", "He governs here.", "A governed land.").Search("governs here").Found().Should().StartWith("speech p2");

    [Fact]
    public void Words_that_stand_together_come_first() =>
        A.LibraryOf("Trade is old and so, as everyone knows, is war.", "The trade war is old, as everyone knows and says.").Search("trade war").Found().Should().Be("speech p2,speech p1");

    [Fact]
    public void A_word_in_a_heading_counts_for_more_than_one_in_the_text() =>
        A.LibraryOf("The bridge is long and wide.", "## The bridge\n\nIt is long and it is wide.").Search("bridge").Found().Should().Be("speech p2,speech p1");

    [Fact]
    public void A_word_that_all_titles_have_leads_first_to_where_it_is_said() =>
        A.Library(("union", "2024-01-01", "Ann Lee", string.Concat(Enumerable.Repeat("Thank you.\n\n", 1500)) + "The union lasts.")).Search("union").Hits[0].Passage.Id.Value.Should().Be("p1501");

    [Fact]
    public void Ties_stay_in_order() => A.LibraryOf("Alpha beta.", "Alpha gamma.", "Alpha delta.").Search("alpha").Found().Should().Be("speech p1,speech p2,speech p3");

    [Fact]
    public void A_filter_that_fits_nothing_is_told()
    {
        var result = Library.Search("digital theme:secuirty");
        result.Total.Should().Be(0);
        result.Unfit.Should().Equal(new Filter(FilterKind.Theme, "secuirty"));
    }

    [Fact]
    public void Counts_show_what_another_choice_would_give()
    {
        var facets = Library.Search("digital year:2019").Facets;
        facets.Years.Should().Equal((2024, 1), (2019, 1));
        facets.Speakers.Should().Equal(("Ann Lee", 1));
        facets.Themes.Select(theme => (theme.Theme?.Value, theme.Count)).Should().Equal((null, 1));
    }

    [Fact]
    public void Filters_can_be_given_beside_the_query() =>
        Library.Search("digital", new Filter(FilterKind.Speaker, "Ann Lee")).Found().Should().Be("older p2");

    [Fact]
    public void Words_in_nearly_every_passage_are_left_out_of_a_large_library_unless_quoted()
    {
        var (library, words) = A.MadeUp(seed: 1, speeches: 30, passages: 40);
        library.Search($"the {words[3]} ").LeftOut.Should().Equal("the");
        library.Search($"\"the\" {words[3]} ").LeftOut.Should().BeEmpty();
        library.Search($"the* {words[3]} ").LeftOut.Should().BeEmpty();
        library.Search("the of").LeftOut.Should().BeEmpty();
    }

    [Theory]
    [InlineData("U.S.", "U.S.")]
    [InlineData("the (U.S.) ", "the|U.S.")]
    [InlineData("U.S.-led ", "U.S.|led")]
    [InlineData("trade.", "trade")]
    public void A_term_is_named_with_the_last_dot_of_an_abbreviation(string query, string terms) =>
        string.Join('|', Query.Parse(query).Terms.Select(term => term.Text)).Should().Be(terms);

    [Fact]
    public void A_quotation_of_several_lines_is_looked_for_as_a_whole()
    {
        var quotation = string.Join(' ', Enumerable.Range(0, 80).Select(i => $"w{i}"));
        quotation.Length.Should().BeGreaterThan(300);
        var library = A.LibraryOf(quotation);
        library.Search($"\"{quotation}\"").Total.Should().Be(1);
        library.Search($"\"{quotation} invented\"").Should().BeEquivalentTo(new { Total = 0, Query = new { IsCut = false } });
    }

    [Theory]
    [InlineData(501)]
    [InlineData(100_000)]
    public void A_query_that_is_too_long_is_cut_and_that_is_told(int length) =>
        Library.Search(new string('a', length)).Query.IsCut.Should().BeTrue();

    [Fact]
    public void Terms_past_the_twelfth_are_left_off_and_that_is_told()
    {
        var result = A.LibraryOf("a b c d e f g h i j k l").Search("a b c d e f g h i j k l nowhere");
        result.Query.IsCut.Should().BeTrue();
        result.Total.Should().Be(1);
    }

    [Fact]
    public void What_is_typed_twice_is_asked_for_once() =>
        Library.Search("digital DIGITAL \"digital\" digital ").Query.Terms.Select(term => term.Text).Should().Equal("digital", "digital");
}

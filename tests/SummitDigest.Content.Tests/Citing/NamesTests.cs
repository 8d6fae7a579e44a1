using SummitDigest.Content.Citing;

namespace SummitDigest.Content.Tests.Citing;

/// <summary>Names of speakers and authors, as each style and file has them.</summary>
public sealed class NamesTests
{
    [Theory]
    [InlineData("Ama Mensah", null, "Mensah, A.", "Mensah, Ama", "Ama Mensah", "Mensah, Ama")]
    [InlineData("Xi Jinping", "Xi", "Xi, J.", "Xi Jinping", "Xi Jinping", "Xi, Jinping")]
    [InlineData("Moon Jae-in", "Moon", "Moon, J.-i.", "Moon Jae-in", "Moon Jae-in", "Moon, Jae-in")]
    [InlineData("Jean-Luc Picard", null, "Picard, J.-L.", "Picard, Jean-Luc", "Jean-Luc Picard", "Picard, Jean-Luc")]
    [InlineData("J.-L. Picard", null, "Picard, J.-L.", "Picard, J.-L.", "J.-L. Picard", "Picard, J.-L.")]
    [InlineData("J.R.R. Tolkien", null, "Tolkien, J. R. R.", "Tolkien, J.R.R.", "J.R.R. Tolkien", "Tolkien, J.R.R.")]
    [InlineData("Élodie O'Brien-Smith", null, "O'Brien-Smith, É.", "O'Brien-Smith, Élodie", "Élodie O'Brien-Smith", "O'Brien-Smith, Élodie")]
    [InlineData("Ursula von der Leyen", null, "von der Leyen, U.", "von der Leyen, Ursula", "Ursula von der Leyen", "von der Leyen, Ursula")]
    [InlineData("Ursula von der Leyen", "Leyen", "von der Leyen, U.", "von der Leyen, Ursula", "Ursula von der Leyen", "von der Leyen, Ursula")]
    [InlineData("Ursula von der Leyen", "von der Leyen", "von der Leyen, U.", "von der Leyen, Ursula", "Ursula von der Leyen", "von der Leyen, Ursula")]
    [InlineData("Charles de Gaulle", null, "de Gaulle, C.", "de Gaulle, Charles", "Charles de Gaulle", "de Gaulle, Charles")]
    [InlineData("Mohammed bin Salman", null, "bin Salman, M.", "bin Salman, Mohammed", "Mohammed bin Salman", "bin Salman, Mohammed")]
    [InlineData("Mohammed bin Salman Al Saud", null, "Al Saud, M. bin S.", "Al Saud, Mohammed bin Salman", "Mohammed bin Salman Al Saud", "Al Saud, Mohammed bin Salman")]
    [InlineData("Bashar al-Assad", null, "al-Assad, B.", "al-Assad, Bashar", "Bashar al-Assad", "al-Assad, Bashar")]
    [InlineData("Robert De Niro", null, "De Niro, R.", "De Niro, Robert", "Robert De Niro", "De Niro, Robert")]
    [InlineData("Al Gore", null, "Gore, A.", "Gore, Al", "Al Gore", "Gore, Al")]
    [InlineData("Luiz Inácio Lula da Silva", "Lula da Silva", "Lula da Silva, L. I.", "Lula da Silva, Luiz Inácio", "Luiz Inácio Lula da Silva", "{Lula da Silva}, Luiz Inácio")]
    [InlineData("José Ortega y Gasset", null, "Ortega y Gasset, J.", "Ortega y Gasset, José", "José Ortega y Gasset", "{Ortega y Gasset}, José")]
    [InlineData("Juan Pérez López", "Pérez", "Pérez López, J.", "Pérez López, Juan", "Juan Pérez López", "Pérez López, Juan")]
    [InlineData("María de los Ángeles Ruiz", null, "Ruiz, M. de los Á.", "Ruiz, María de los Ángeles", "María de los Ángeles Ruiz", "Ruiz, María de los Ángeles")]
    [InlineData("Martin Luther King Jr.", null, "King, M. L., Jr.", "King, Martin Luther, Jr.", "Martin Luther King Jr.", "King, Jr., Martin Luther")]
    [InlineData("Martin Luther King, Jr.", "King", "King, M. L., Jr.", "King, Martin Luther, Jr.", "Martin Luther King Jr.", "King, Jr., Martin Luther")]
    [InlineData("William Henry Gates III", null, "Gates, W. H., III", "Gates, William Henry, III", "William Henry Gates III", "Gates, III, William Henry")]
    [InlineData("Charles III", null, "Charles III", "Charles III", "Charles III", "{Charles III}")]
    [InlineData("Pelé", null, "Pelé", "Pelé", "Pelé", "{Pelé}")]
    [InlineData("European Commission", "European Commission", "European Commission", "European Commission", "European Commission", "{European Commission}")]
    [InlineData("Ama Mensah, Minister of Water", null, "Ama Mensah, Minister of Water", "Ama Mensah, Minister of Water", "Ama Mensah, Minister of Water", "{Ama Mensah, Minister of Water}")]
    [InlineData("习近平", "习", "习近平", "习近平", "习近平", "{习近平}")]
    [InlineData("山田 太郎", null, "山田 太郎", "山田 太郎", "山田 太郎", "{山田 太郎}")]
    [InlineData("محمد علي", null, "محمد علي", "محمد علي", "محمد علي", "{محمد علي}")]
    [InlineData("Владимир Зеленский", null, "Зеленский, В.", "Зеленский, Владимир", "Владимир Зеленский", "Зеленский, Владимир")]
    public void A_speaker(string name, string? familyName, string apa, string mla, string chicago, string bibTeX)
    {
        var citation = Cited.Whole(Cited.SpokenBy(name, familyName));
        TextPiece.Plain(Apa.Reference(citation)).Should().StartWith(apa.EndsWith('.') ? $"{apa} (2024" : $"{apa}. (2024");
        TextPiece.Plain(Mla.WorksCited(citation)).Should().StartWith(mla.EndsWith('.') ? $"{mla} “" : $"{mla}. “");
        TextPiece.Plain(Chicago.Note(citation)).Should().StartWith($"{chicago}, “");
        BibTeXParser.Parse(BibTeX.Write(citation)).Fields["author"].Should().Be(bibTeX);
    }

    [Theory]
    [InlineData("Mensah, Ama", "Ama Mensah", "Mensah, Ama")]
    [InlineData("von der Leyen, Ursula", "Ursula von der Leyen", "von der Leyen, Ursula")]
    [InlineData("King, Martin Luther, Jr.", "Martin Luther King Jr.", "King, Martin Luther, Jr.")]
    [InlineData("García Márquez, Gabriel", "Gabriel García Márquez", "García Márquez, Gabriel")]
    [InlineData("Mensah,", "Mensah,", "Mensah,")]
    [InlineData(",", ",", ",")]
    public void An_author_whose_family_name_comes_first_with_a_comma(string byline, string natural, string ris)
    {
        var citation = Cited.Whole(Cited.ReportedBy(byline), CitedWork.Report);
        citation.Authors.Should().ContainSingle().Which.Full.Should().Be(natural);
        RisParser.Parse(Ris.Write(citation)).Should().Contain(("AU", ris));
    }

    [Theory]
    [InlineData("Xi Jinping", "Xi", "Xi")]
    [InlineData("Ursula von der Leyen", null, "von der Leyen")]
    [InlineData("Martin Luther King Jr.", null, "King")]
    [InlineData("European Commission", "European Commission", "European Commission")]
    public void A_name_in_the_text_is_the_family_name(string name, string? familyName, string inText)
    {
        var citation = Cited.Whole(Cited.SpokenBy(name, familyName));
        Apa.InText(citation).Should().Be($"({inText}, 2024)");
        Mla.InText(citation).Should().Be($"({inText})");
    }

    [Fact]
    public void Only_a_name_turned_round_has_a_comma_before_the_next()
    {
        WorksCited("Volta Daily", "Esi Owusu").Should().StartWith("Volta Daily and Esi Owusu. “");
        WorksCited("Volta Daily", "Esi Owusu", "Kofi Boateng").Should().StartWith("Volta Daily et al. “");
        WorksCited("Esi Owusu", "Volta Daily").Should().StartWith("Owusu, Esi, and Volta Daily. “");

        static string WorksCited(params string[] authors) => TextPiece.Plain(Mla.WorksCited(Cited.Whole(Cited.ReportedBy(authors), CitedWork.Report)));
    }

    [Fact]
    public void Words_that_mean_something_to_BibTeX_are_kept_together() =>
        BibTeXParser.Parse(BibTeX.Write(Cited.Whole(Cited.ReportedBy("Bread and Roses", "others", "Sanz de la Torre, Ana"), CitedWork.Report)))
            .Fields["author"].Should().Be("Roses, {Bread and} and {others} and {Sanz de la Torre}, Ana");

    [Fact]
    public void An_author_is_never_a_publisher_twice() =>
        Citation.Of(Cited.ReportedBy(" Volta\nDaily "), CitedWork.Report, Cited.Site, address: null).Publisher.Should().BeNull();
}

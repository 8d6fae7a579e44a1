namespace SummitDigest.Content.Tests.Importing;

/// <summary>The language of a text, and what is left to do where the text is in another one.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData("La ministre de l'Eau a ouvert le forum vendredi et demandé des mesures pour les fleuves.")]
    [InlineData("Le président de la commission plaide pour une charte de la pluie.")]
    [InlineData("La présidente de la Colombie, Ana Ruiz, a plaidé mardi à Bogotá pour la science, qui est au service de tous.")]
    [InlineData("Il pleut dans les vallées du sud, a dit la ministre, et la crue est attendue avec inquiétude.")]
    public void French_is_told_by_small_words_that_its_neighbours_lack(string text) => Imported.Text(text).Language.Should().Be("fr");

    [Theory]
    [InlineData("La ministra de Chile, Ana Ruiz, pidió este martes medir la lluvia y que la ciencia llegue a un pueblo.")]
    [InlineData("LIMA (Volta). El ministro de Aguas llamó a que la lluvia se mida. \"La ciencia debe estar al lado de la gente\", dijo, y que un río no espera.")]
    [InlineData("La lluvia que cae en la sierra es la que falta en la costa.")]
    [InlineData("La ministra Ana Conti ha chiesto che la pioggia sia misurata e che le città non restino sole.")]
    [InlineData("Il fiume sale, ha detto il ministro, e il forum che si apre qui vuole un piano.")]
    [InlineData("A ministra Ana Prado pediu que a chuva seja medida e que um rio não fique sem dados para o povo.")]
    [InlineData("O rio que sobe à noite é o que falta à cidade, disse um dos delegados.")]
    [InlineData("Ministra apelor a spus că un râu nu așteaptă și că ploile au fost mari la munte.")]
    public void A_neighbour_of_french_is_not_taken_for_it(string text)
    {
        var report = Imported.Text(text);
        report.Language.Should().BeNull();
        report.ToMarkdown().Should().Contain("language: TODO");
    }

    [Fact]
    public void English_with_spanish_names_is_english() =>
        Imported.Text("The mayors of Los Ríos and El Paso del Norte met in La Paz, and the minister said that it rained on the river.").Language.Should().Be("en");
}

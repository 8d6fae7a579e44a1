namespace SummitDigest.Content.Tests.Importing;

/// <summary>The event, among the bodies that a report names.</summary>
public sealed class EventNameTests
{
    [Theory]
    [InlineData("Li Wei, chairman of the National Farmers' Congress Standing Committee, on Thursday gave a speech at the opening of the River Data Forum 2024.", "River Data Forum 2024")]
    [InlineData("Li Wei, a member of the National Farmers' Congress, told the River Data Forum that it rained.", "River Data Forum")]
    [InlineData("The President of the Rivers Assembly, Ama Mensah, said that it rained.", null)]
    [InlineData("Li Wei of the Standing Committee of the National Farmers' Congress said that it rained.", null)]
    [InlineData("The World Rivers Forum Governing Board met, and Ama Mensah said that it rained.", null)]
    [InlineData("Li Wei, who chairs a board, told the 12th session of the Rivers Assembly that it rained.", "12th session of the Rivers Assembly")]
    [InlineData("La présidente de l'Assemblée nationale, Awa Diop, a dit mardi que les fleuves sont dans tous les pays.", null)]
    [InlineData("La présidente du Congrès national, Awa Diop, a ouvert le Forum africain des fleuves.", "Forum africain des fleuves")]
    [InlineData("La présidente Awa Diop a dit aux délégués de l'Assemblée mondiale des fleuves que les crues sont là.", "Assemblée mondiale des fleuves")]
    public void A_body_that_somebody_has_an_office_in_is_no_event(string text, string? name) => Imported.Text(text).Event.Should().Be(name);

    [Theory]
    [InlineData("Ama Mensah spoke at the Global Alliance on River Data Summit in Accra.", "Global Alliance on River Data Summit")]
    [InlineData("Ama Mensah told the Minister on River Data Summit day that it rained.", "River Data Summit")]
    [InlineData("Ama Mensah spoke in Accra on World River Summit day.", "World River Summit")]
    public void A_name_goes_on_over_on_where_an_article_stands_in_front(string text, string name) => Imported.Text(text).Event.Should().Be(name);
}

using HallSuite.Tests.TestKit;
using HallSuite.Web.Hosting;
using Microsoft.Extensions.Options;

namespace HallSuite.Tests.Pages;

public sealed class PublicUrlTests
{
    [Theory]
    [InlineData("https://hall.example.cn")]
    [InlineData("https://hall.example.cn/")]
    public async Task Of_WithAConfiguredAddress_PutsItInFront(string configured)
    {
        await using var web = await HallWeb.CreateAsync(settings: new() { ["PublicUrl"] = configured });

        Assert.Equal("https://hall.example.cn/portal", web.Get<PublicUrl>().Of("/portal"));
    }

    [Fact]
    public async Task Of_InDevelopment_IsWhereTheServerListens()
    {
        await using var web = await HallWeb.ListenAsync();

        Assert.Equal($"{web.Url}/portal", web.Get<PublicUrl>().Of("/portal"));
    }

    [Theory]
    [InlineData("hall.example.cn")]
    [InlineData("ftp://hall.example.cn")]
    [InlineData("https://hall.example.cn/?x=1")]
    [InlineData("https://admin:secret@hall.example.cn")]
    public void Address_ThatPeopleCannotOpen_IsAFault(string configured)
    {
        var result = new PublicUrlRules().Validate(null, new PublicUrlOptions { PublicUrl = configured });

        Assert.True(result.Failed);
        Assert.Contains("PublicUrl", result.FailureMessage);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://hall.example.cn/office")]
    public void Address_LeftOutOrWithAPath_IsFine(string? configured) =>
        Assert.Equal(ValidateOptionsResult.Success, new PublicUrlRules().Validate(null, new PublicUrlOptions { PublicUrl = configured }));
}

using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Writing;

namespace HallSuite.Tests.Pdf.Writing;

/// <summary>What is drawn is read back by other programs.</summary>
public sealed class WriterTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ADocument_OfTwoPages_IsSoundAndReadAsWritten(bool compress)
    {
        var pdf = Paper.Of(
            writer =>
            {
                var first = writer.BeginPage(Paper.Width, Paper.Height);
                writer.Bookmark("第一页", 1, 80);
                first.Say("关于𠮷野家设立登记的受理通知书 No. 2026〔7〕", 100, FontStyle.XiaoBiaoSong, 22);
                first.Say("买买提·吐尔逊：你好。①②☑", 140, FontStyle.Kai);
                var second = writer.BeginPage(Paper.Width, Paper.Height);
                second.Say("䶮𬭊 second page", 100, FontStyle.Hei);
            },
            compress);

        await Paper.SoundAsync(pdf);
        Assert.Equal("关于𠮷野家设立登记的受理通知书 No. 2026〔7〕\n买买提·吐尔逊：你好。①②☑\n\n䶮𬭊 second page\n\n", await Paper.TextAsync(pdf));
    }
}

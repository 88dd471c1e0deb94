using Bunit;
using HallSuite.Web.Shared.Forms;

namespace HallSuite.Tests.Pages;

public sealed class FilePickerTests : BunitContext
{
    [Fact]
    public void BeforeThePageHearsOfAFile_NoneCanBeChosen()
    {
        var listening = JSInterop.SetupVoid("Blazor._internal.InputFile.init", _ => true);
        var picker = Render<FilePicker>(p => p.AddUnmatched("accept", ".csv").AddUnmatched("disabled", false));
        Assert.True(picker.Find("input[accept='.csv']").HasAttribute("disabled"));

        listening.SetVoidResult();

        picker.WaitForAssertion(() => Assert.False(picker.Find("input[accept='.csv']").HasAttribute("disabled")));
    }

    [Fact]
    public void WhileTheFormIsBusy_ThePickerStaysDisabled()
    {
        var picker = Render<FilePicker>(p => p.AddUnmatched("disabled", true));
        Assert.True(picker.Find("input").HasAttribute("disabled"));

        picker.Render(p => p.AddUnmatched("disabled", false));
        Assert.False(picker.Find("input").HasAttribute("disabled"));

        picker.Render(p => p.AddUnmatched("disabled", true));
        Assert.True(picker.Find("input").HasAttribute("disabled"));
    }
}

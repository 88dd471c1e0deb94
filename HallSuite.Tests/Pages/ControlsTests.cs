using Bunit;
using HallSuite.Web.Shared.Controls;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Tests.Pages;

public sealed class ControlsTests : BunitContext
{
    public ControlsTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void EveryIcon_IsDrawn()
    {
        foreach (var name in Enum.GetValues<IconName>())
        {
            var icon = Render<Icon>(p => p.Add(i => i.Name, name));
            var path = icon.Find("svg > path").GetAttribute("d");
            Assert.True(path is { Length: > 5 } && path[0] is 'M' or 'm', name.ToString());
            Assert.Equal("true", icon.Find("svg").GetAttribute("aria-hidden"));
        }
    }

    [Fact]
    public void NoTwoIcons_LookTheSame()
    {
        var shapes = Enum.GetValues<IconName>().Select(IconShapes.PathOf).ToArray();
        Assert.Equal(shapes.Length, shapes.Distinct().Count());
    }

    [Fact]
    public void AnIconWithALabel_IsAPictureForScreenReaders()
    {
        var svg = Render<Icon>(p => p.Add(i => i.Name, IconName.Bell).Add(i => i.Label, "通知").Add(i => i.Size, 32)).Find("svg");
        Assert.Equal(("img", "通知", null, "32"), (svg.GetAttribute("role"), svg.GetAttribute("aria-label"), svg.GetAttribute("aria-hidden"), svg.GetAttribute("width")));
    }

    [Theory]
    [InlineData(ChipTone.Resting, "chip")]
    [InlineData(ChipTone.InWork, "chip chip-work")]
    [InlineData(ChipTone.Success, "chip chip-success")]
    [InlineData(ChipTone.Danger, "chip chip-danger")]
    public void AChip_ShowsIconAndWord(ChipTone tone, string classes)
    {
        var chip = Render<StateChip>(p => p.Add(c => c.Tone, tone).Add(c => c.Text, "已受理").Add(c => c.Icon, IconName.Check)).Find("span");
        Assert.Equal(classes, chip.ClassName?.Trim());
        Assert.Equal("已受理", chip.TextContent);
        Assert.NotNull(chip.QuerySelector("svg"));
    }

    [Fact]
    public void ADestructiveAct_AsksWithTheReasonAndCanBeLeftByEsc()
    {
        var (reason, left) = ("", false);
        var dialog = Render<ConfirmDialog>(p => p
            .Add(d => d.Title, "终止办件 440125-2026-011631？").Add(d => d.Consequence, "将出具通知书。").Add(d => d.ActText, "终止办件").Add(d => d.KeepText, "不终止")
            .Add(d => d.ReasonLabel, "理由").Add(d => d.OnConfirm, (string given) => reason = given).Add(d => d.OnCancel, () => left = true));
        var box = dialog.Find("[role=alertdialog][aria-modal=true]");
        Assert.Equal("终止办件 440125-2026-011631？", dialog.Find("#" + box.GetAttribute("aria-labelledby")).TextContent);
        dialog.Find("textarea").Input(" 申请人已注销 ");
        dialog.Find(".btn-danger-solid").Click();
        Assert.Equal("申请人已注销", reason);
        dialog.Find(".dialog-ground").KeyDown("Escape");
        Assert.True(left);
    }

    [Fact]
    public void WhileTheActRuns_ASecondPressDoesNothing()
    {
        var pressed = 0;
        var dialog = Render<ConfirmDialog>(p => p.Add(d => d.Title, "?").Add(d => d.Busy, true).Add(d => d.OnConfirm, (string _) => pressed++));
        dialog.Find(".btn-danger-solid").Click();
        Assert.Equal(0, pressed);
    }

    [Fact]
    public void ALandscapeWithNumbers_IsAPictureWithTheNumbersInWords()
    {
        var svg = Render<Landscape>(p => p
            .Add(l => l.Series, [[3, 9, 4], [2, 8, 6, 5, 1]]).Add(l => l.Forecast, [2, 1]).Add(l => l.NowFraction, .5).Add(l => l.TextAlternative, "9 点 3 人，10 点 9 人"))
            .Find("svg");
        Assert.Equal(("img", "9 点 3 人，10 点 9 人"), (svg.GetAttribute("role"), svg.GetAttribute("aria-label")));
        Assert.NotNull(svg.QuerySelector(".forecast"));
        Assert.NotNull(svg.QuerySelector(".now-line"));
    }

    [Fact]
    public void ALandscapeWithoutNumbers_IsSceneryAndSilent()
    {
        var svg = Render<Landscape>(p => p.Add(l => l.Moon, true)).Find("svg");
        Assert.Equal("true", svg.GetAttribute("aria-hidden"));
        Assert.Equal(5, svg.QuerySelectorAll("path[fill]").Length);
        Assert.NotNull(svg.QuerySelector(".moon"));
    }

    [Fact]
    public void AnErrorNote_IsAnnouncedAndKeepsItsAct()
    {
        RenderFragment act = builder => builder.AddMarkupContent(0, "<button>重试</button>");
        var note = Render<ErrorNote>(p => p.Add(n => n.Text, "没能保存。").Add(n => n.Code, "save.offline").Add(n => n.ChildContent, act));
        Assert.Equal("alert", note.Find("div").GetAttribute("role"));
        Assert.Equal("重试", note.Find("button").TextContent);
        Assert.Equal("save.offline", note.Find("small").TextContent);
    }
}

using FsCheck;
using FsCheck.Fluent;
using HallSuite.Web.Screens;

namespace HallSuite.Tests.Pages;

/// <summary>A long announcement is cut into pages, and nothing of it is lost.</summary>
public sealed class AnnouncementsTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("请排队。", new[] { "请排队。" })]
    [InlineData("过号请告知工作人员。请带身份证。", new[] { "过号请告知工作人员。", "请带身份证。" })]
    [InlineData("过号请告知，工作人员会重排。", new[] { "过号请告知，", "工作人员会重排。" })]
    [InlineData("一二三四五六七八九十一二三", new[] { "一二三四五六七八九十", "一二三" })]
    [InlineData("The hall is closed.", new[] { "The hall is closed." })]
    public void AText_IsCutAfterSentences_ThenPauses_ThenWhereThePageEnds(string text, string[] pages) => Assert.Equal(pages, Announcements.Pages(text, 10));

    [Fact]
    public void ARareCharacter_IsNeverCutInTwo() =>
        Assert.All(Announcements.Pages("一二三四五六七八九𠮷𠮷𠮷", 10), page => Assert.False(char.IsLowSurrogate(page[0]) || char.IsHighSurrogate(page[^1])));

    [Fact]
    public void NothingIsLost_WhateverTheText() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        text => string.Concat(Announcements.Pages(text.Get, 10)).Where(c => !char.IsWhiteSpace(c)).SequenceEqual(text.Get.Where(c => !char.IsWhiteSpace(c))))
        .QuickCheckThrowOnFailure();
}

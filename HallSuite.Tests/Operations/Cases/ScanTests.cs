using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Tests.Domain.Matters;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Operations.Cases;

/// <summary>Scans of materials: what is taken, what is refused, who sees them.</summary>
public sealed class ScanTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AScan_IsKept_ShownWithItsCase_AndReadBackByteForByte(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var clerk = await office.ClerkAsync();
        var seen = await office.DraftAsync();

        var scan = (await Attach(office, seen, Standards.Form, Png)).ShouldPass();

        var number = (await office.FileAsync(seen)).Number;
        var view = (await office.Get<CaseQueries>().FindAsync(clerk, number, CaseOffice.Cancel)).ShouldPass();
        var shown = Assert.Single(view.Scans);
        Assert.Equal((scan, Standards.Form, ScanKind.Png, Png.Length), (shown.Id, shown.Requirement, shown.Kind, shown.Bytes));
        Assert.Equal(seen, view.Seen); // a scan makes nobody's page stale
        var content = (await office.Get<ScanQueries>().ReadAsync(clerk, scan, CaseOffice.Cancel)).ShouldPass();
        Assert.Equal(Png, content.Content);
        Assert.Equal($"{number}-{Standards.Form}.png", content.Name);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AScanPutAside_IsShownNoMore(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var clerk = await office.ClerkAsync();
        var seen = await office.ReceivedAsync();
        var scan = (await Attach(office, seen, Standards.Form, Png)).ShouldPass();

        (await office.Get<PutScanAside>().ExecuteAsync(new(seen.Case, scan), clerk, CaseOffice.Cancel)).ShouldPass();

        Assert.Empty((await office.Get<CaseQueries>().FindAsync(clerk, (await office.FileAsync(seen)).Number, CaseOffice.Cancel)).ShouldPass().Scans);
    }

    [Fact]
    public async Task AFileOfAnotherType_IsRefused_WhateverItIsCalled()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        var seen = await office.DraftAsync();

        (await Attach(office, seen, Standards.Form, "<svg onload=alert(1)>"u8.ToArray())).ShouldBeRefused(CaseErrors.ScanTypeUnknown.Code);
        (await Attach(office, seen, Standards.Form, [])).ShouldBeRefused(CaseErrors.ScanTypeUnknown.Code);
        (await Attach(office, seen, Standards.Form, "MZ\u0090"u8.ToArray())).ShouldBeRefused(CaseErrors.ScanTypeUnknown.Code);
    }

    [Fact]
    public async Task AFileOfFiftyMegabytes_IsRefused()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        var seen = await office.DraftAsync();
        var large = new byte[50 * 1024 * 1024];
        Png.CopyTo(large, 0);

        (await Attach(office, seen, Standards.Form, large)).ShouldBeRefused(CaseErrors.ScanTooLarge(ScanFile.MostMegabytes).Code);
    }

    [Fact]
    public async Task AScanOfWhatTheStandardDoesNotAskFor_IsRefused()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);

        (await Attach(office, await office.DraftAsync(), "M99", Png)).ShouldBeRefused(CaseErrors.OutsideStandard("M99").Code);
    }

    [Fact]
    public async Task AScanForACaseThatIsOver_IsRefused()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        var seen = (await office.Get<WithdrawCase>().ExecuteAsync(new(await office.ReceivedAsync(), ""), await office.ClerkAsync(), CaseOffice.Cancel)).ShouldPass().Seen;

        (await Attach(office, seen, Standards.Form, Png)).ShouldBeRefused(CaseErrors.Over(CaseState.Withdrawn).Code);
    }

    [Fact]
    public async Task AReviewer_SeesScans_AndAddsNone()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        var reviewer = await office.ReviewerAsync();
        var seen = await office.ReceivedAsync();
        var scan = (await Attach(office, seen, Standards.Form, Png)).ShouldPass();

        (await office.Get<ScanQueries>().ReadAsync(reviewer, scan, CaseOffice.Cancel)).ShouldPass();
        (await office.Get<AttachScan>().ExecuteAsync(new(seen.Case, Standards.Form, Png), reviewer, CaseOffice.Cancel))
            .ShouldBeRefused(WorkErrors.PermissionDenied(Permission.TakeInCases).Code);
    }

    [Fact]
    public async Task AScanOfSomebodyElsesCase_IsUnknown()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        var scan = (await Attach(office, await office.ReceivedAsync(), Standards.Form, Png)).ShouldPass();
        var other = await office.StaffAsync("other", CaseOffice.Health, HallSuite.Domain.Staffing.Role.Reviewer);

        (await office.Get<ScanQueries>().ReadAsync(other, scan, CaseOffice.Cancel)).ShouldBeRefused(CaseErrors.ScanUnknown.Code);
    }

    private static async Task<Result<ScanId>> Attach(CaseOffice office, SeenCase seen, string requirement, byte[] content) =>
        await office.Get<AttachScan>().ExecuteAsync(new(seen.Case, requirement, content), await office.ClerkAsync(), CaseOffice.Cancel);
}

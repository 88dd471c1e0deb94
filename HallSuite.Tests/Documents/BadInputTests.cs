using System.Buffers.Binary;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Tests.Pdf.Images;
using HallSuite.Tests.Pdf.Signing;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Documents;

/// <summary>What cannot be printed or signed is told before anything is issued, and no number is used up by it.</summary>
public sealed class BadInputTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseProvider, string, string> Faults
    {
        get
        {
            (string Case, string Code)[] cases =
            [
                ("emoji in the name", "document.no-glyph"), ("empty picture", "document.image-unknown"), ("picture of 100 megapixels", "document.image-too-large"),
                ("damaged picture", "document.image-damaged"), ("addressee of 501 characters", "document.name-invalid"), ("organ of two lines", "document.name-invalid"),
            ];
            var data = new TheoryData<DatabaseProvider, string, string>();
            foreach (var (name, code) in cases)
            {
                data.Add(DatabaseProvider.Sqlite, name, code);
                data.Add(DatabaseProvider.Postgres, name, code);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task Issue_OfWhatCannotBePrinted_IsRefusedAndUsesNoNumber(DatabaseProvider provider, string fault, string code)
    {
        await using var scene = await DocumentScene.CreateAsync(provider);

        (await scene.IssueAsync(Bad(scene, fault))).ShouldBeRefused(code);

        Assert.Empty(await scene.AllAsync());
        Assert.Equal(0, await scene.Hall.ReadAsync(db => db.Set<OutboxRow>().CountAsync(Cancel)));
        Assert.Equal("青澜卫许受〔2026〕1号", (await scene.IssueAsync()).ShouldPass().Number);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Issue_UnderACertificateThatIsNotValid_IsRefusedAndUsesNoNumber(DatabaseProvider provider)
    {
        using var folder = new TemporaryFolder();
        var pfx = TestCertificates.PfxOfToday(folder);
        await using var scene = await DocumentScene.CreateAsync(provider, new() { ["Signing:Pfx"] = pfx, ["Clock:Start"] = "2001-09-28T10:00:00+08:00" });

        (await scene.IssueAsync()).ShouldBeRefused("document.certificate-not-valid");

        Assert.Empty(await scene.AllAsync());
        await using var mended = scene.Another();
        Assert.Equal("青澜卫许受〔2026〕1号", (await scene.IssueAsync(on: mended)).ShouldPass().Number);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Issue_ToALongNameForALongReason_IsStoredAndPrintedWhole(DatabaseProvider provider)
    {
        await using var scene = await DocumentScene.CreateAsync(provider);
        var name = string.Concat(Enumerable.Repeat("欧阳𠮷华〇", 20));
        var reason = string.Concat(Enumerable.Repeat("申请材料不符合法定形式。", 5000));

        var signed = await scene.SignedAsync(scene.Draft(TestNotice.Sample with { Addressee = name, Body = reason }));

        var file = (await scene.Hall.Get<DocumentQueries>().FileAsync(SampleStaff.Chief, signed.Id, Cancel)).ShouldPass();
        var text = (await Pdf.Paper.TextAsync(file.Content)).Replace("\n", "", StringComparison.Ordinal);
        Assert.Contains(name, text, StringComparison.Ordinal);
        Assert.Equal(60_000, reason.Length);
        Assert.Contains(reason, text, StringComparison.Ordinal);
    }

    private static DraftDocument Bad(DocumentScene scene, string fault) => fault switch
    {
        "emoji in the name" => scene.Draft(TestNotice.Sample with { Addressee = "张😀" }),
        "empty picture" => scene.Draft(TestNotice.Sample with { Picture = [] }),
        "picture of 100 megapixels" => scene.Draft(TestNotice.Sample with { Picture = Png(10_000, 10_000) }),
        "damaged picture" => scene.Draft(TestNotice.Sample with { Picture = Png(10, 10) }),
        "addressee of 501 characters" => scene.Draft(addressee: new string('某', 501)),
        "organ of two lines" => scene.Draft(TestNotice.Sample with { Organ = "某局\n某科" }),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
    };

    /// <summary>A picture that promises more than it holds.</summary>
    private static byte[] Png(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        return PngMaker.File(("IHDR", header), ("IDAT", PngMaker.Deflated(new byte[10])), ("IEND", []));
    }
}

using HallSuite.Domain.Documents;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Domain.Documents;

/// <summary>Numbers and words of documents, and what can become of an issued one.</summary>
public sealed class DocumentTests
{
    private static readonly DateTimeOffset Now = TestHall.Start;
    private static readonly DocumentNumber Number = new("青澜卫许受", 2026, 31);

    [Fact]
    public void Number_ReadsAsOnPaper()
    {
        Assert.Equal("青澜卫许受〔2026〕31号", Number.ToString());
        Assert.Equal("青澜卫许受〔2026〕", Number.Series);
        Assert.Equal("青澜卫许不受", DocumentNumber.WordOf("青澜卫许", DocumentKind.NonAcceptance));
        Assert.Null(DocumentNumber.WordOf("青澜卫许", DocumentKind.QueueTicket));
    }

    [Fact]
    public void Words_TellTheKindsApart()
    {
        var numbered = Enum.GetValues<DocumentKind>().Select(DocumentWords.KindWordOf).Where(w => w is not null).ToList();
        Assert.Equal(14, numbered.Count);
        Assert.Equal(numbered.Count, numbered.Distinct().Count());
        Assert.Equal(17, Enum.GetValues<DocumentKind>().Select(DocumentWords.TitleOf).Distinct().Count());
    }

    [Theory]
    [InlineData("青澜卫许办公室行政审批")]
    [InlineData("青澜 卫许")]
    [InlineData("青澜〔卫〕")]
    [InlineData("青澜不")]
    public void DocumentWord_ThatCannotStandInANumber_IsRefused(string word) => NewDepartment().UseDocumentWord(word, taken: false).ShouldBeRefused("department.word-invalid");

    [Fact]
    public void DocumentWord_IsSetTakenAwayAndOneDepartmentsAlone()
    {
        var department = NewDepartment();
        department.UseDocumentWord(" 青澜卫许 ", taken: false).ShouldPass();
        Assert.Equal("青澜卫许", department.DocumentWord);
        department.UseDocumentWord("青澜市监许", taken: true).ShouldBeRefused("department.word-taken");
        department.UseDocumentWord("", taken: false).ShouldPass();
        Assert.Null(department.DocumentWord);
    }

    [Fact]
    public void MarkSigned_Twice_IsRefusedAndTheFirstCounts()
    {
        var document = NewDocument();
        document.MarkSigned("first", Now).ShouldPass();
        document.MarkSigned("second", Now.AddMinutes(1)).ShouldBeRefused("document.already-signed");
        Assert.Equal((DocumentState.Valid, "first"), (document.State, document.FileHash));
    }

    [Fact]
    public void MarkSigned_WhenVoid_IsRefused()
    {
        var document = NewDocument();
        document.Void("有误", Now).ShouldPass();
        document.MarkSigned("first", Now).ShouldBeRefused("document.is-void");
        document.Void("又有误", Now).ShouldBeRefused("document.is-void");
        Assert.Equal((DocumentState.Void, "有误"), (document.State, document.VoidReason));
    }

    [Fact]
    public void Issue_WithoutAnAddressee_Passes_WithoutAnOrgan_IsRefused()
    {
        IssuedDocument.Issue(default, Number, Facts("某局", ""), Now).ShouldPass();
        IssuedDocument.Issue(default, Number, Facts(" ", "某"), Now).ShouldBeRefused("document.name-invalid");
    }

    private static Department NewDepartment() => Department.Create(default, "wjj", "卫生健康局", "Health", codeTaken: false).Value;

    private static IssuedDocument NewDocument() => IssuedDocument.Issue(default, Number, Facts("某局", "某"), Now).ShouldPass();

    private static DocumentFacts Facts(string organ, string addressee) =>
        new(DocumentKind.Acceptance, null, default, organ, addressee, new DateOnly(2026, 9, 28), "CODE", null, "TestNotice", new SealedText("sealed"));
}

using HallSuite.Domain.Staffing;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Domain.Staffing;

public sealed class DocumentWordProposalTests
{
    [Theory]
    [InlineData("广东省司法厅", "广东司法许")]
    [InlineData("广州市公安局", "广州公安许")]
    [InlineData("广东省卫生健康委员会", "广东卫生健康许")]
    public void OfAName_IsWhatIsLeftWithoutTheOffice(string name, string word) => Assert.Equal(word, DocumentWordProposal.Of(name, new HashSet<string>()));

    [Fact]
    public void OfAName_ThatShortensToATakenWord_IsToldApart() =>
        Assert.Equal("广东司法乙许", DocumentWordProposal.Of("广东省司法局", new HashSet<string> { "广东司法许" }));

    [Fact]
    public void OfANameWithoutLetters_IsNone() => Assert.Null(DocumentWordProposal.Of("（）12", new HashSet<string>()));

    [Fact]
    public void OfEveryRealDepartment_IsAWordOfItsOwn()
    {
        var names = Csv.Read("matters", "matters.csv").Select(r => r["dept"].Trim()).Distinct().ToList();
        var taken = new HashSet<string>();
        foreach (var name in names)
        {
            var word = DocumentWordProposal.Of(name, taken);
            var department = Department.Create(new HallSuite.Domain.Kernel.DepartmentId(Guid.NewGuid()), "test", "测试局", "Test", codeTaken: false).Value;
            department.UseDocumentWord(word!, taken.Contains(word!)).ShouldPass();
            Assert.True(taken.Add(word!));
        }

        Assert.Equal(names.Count, taken.Count);
    }
}

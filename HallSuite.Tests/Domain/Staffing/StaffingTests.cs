using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Domain.Staffing;

public class StaffingTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 28, 9, 0, 0, TimeSpan.Zero);

    private static StaffMember Clerk => StaffMember.Hire(new StaffId(Guid.CreateVersion7(Now)), " Li.Ming ", "李明", false, Now).ShouldPass();

    [Fact]
    public void Hire_WithAUserName_WritesItLowerCase() => Assert.Equal("li.ming", Clerk.UserName);

    [Theory]
    [InlineData("li")]
    [InlineData("1li")]
    [InlineData("李明明")]
    [InlineData("li ming")]
    public void Hire_WhenTheUserNameIsWrong_IsRefused(string userName) =>
        StaffMember.Hire(default, userName, "李明", false, Now).ShouldBeRefused("staff.user-name-invalid");

    [Fact]
    public void Hire_WhenTakenOrNameless_IsRefused()
    {
        StaffMember.Hire(default, "liming", "李明", userNameTaken: true, Now).ShouldBeRefused("staff.user-name-taken");
        StaffMember.Hire(default, "liming", "", false, Now).ShouldBeRefused("staff.name-invalid");
    }

    [Fact]
    public void Deactivate_Twice_IsRefused()
    {
        var clerk = Clerk;
        clerk.Reactivate().ShouldBeRefused("staff.wrong-state");
        clerk.Deactivate().ShouldPass();
        clerk.Deactivate().ShouldBeRefused("staff.wrong-state");
        Post.Give(default, clerk, Role.WindowClerk, null, null, Now, null).ShouldBeRefused("staff.inactive");
    }

    [Theory]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.DepartmentHead)]
    public void Give_WhenTheRoleNeedsADepartment_IsRefusedWithoutOne(Role role) =>
        Post.Give(default, Clerk, role, null, null, Now, null).ShouldBeRefused("post.needs-department");

    [Fact]
    public void Post_FromItsBeginToItsEnd_IsHeld()
    {
        var post = Post.Give(default, Clerk, Role.WindowClerk, null, null, Now, null).ShouldPass();
        Assert.False(post.IsHeldAt(Now.AddTicks(-1)));
        Assert.True(post.IsHeldAt(Now));
        post.End(Now.AddDays(1)).ShouldPass();
        Assert.False(post.IsHeldAt(Now.AddDays(1)));
        post.End(Now.AddDays(2)).ShouldBeRefused("post.already-ended");
        Post.Give(default, Clerk, Role.WindowClerk, null, null, Now, Now).ShouldBeRefused("post.period-invalid");
    }

    [Fact]
    public void End_BeforeItBegins_KeepsItFromBeginning()
    {
        var post = Post.Give(default, Clerk, Role.WindowClerk, null, null, Now, null).ShouldPass();
        post.End(Now.AddDays(-1)).ShouldPass();
        Assert.False(post.IsHeldAt(Now));
    }

    [Fact]
    public void Department_WhenCodeOrNameIsWrong_IsRefused()
    {
        Department.Create(default, "", "市场监管局", "Market supervision", false).ShouldBeRefused("department.code-invalid");
        Department.Create(default, "scjg", "市场监管局", "Market supervision", true).ShouldBeRefused("department.code-taken");
        Department.Create(default, "scjg", " ", "Market supervision", false).ShouldBeRefused("department.name-invalid");
        Department.Create(default, "scjg", "市场监管局", "Market supervision", false).ShouldPass();
    }

    [Theory]
    [InlineData("Ab1!Ab1!x", PasswordRule.Length)]
    [InlineData("Liming#2026x", PasswordRule.UserName)]
    [InlineData("alllowercase1", PasswordRule.Kinds)]
    [InlineData("Password123!", PasswordRule.Common)]
    [InlineData("!!Admin2026!!", PasswordRule.Common)]
    [InlineData("1qaz@WSX1234", PasswordRule.Common)]
    public void Password_WhenWeak_IsRefusedByItsRule(string password, PasswordRule rule) =>
        Assert.Equal(rule, Assert.Single(PasswordRules.Check(password, "liming").ShouldBeRefused("password.too-weak").Arguments));

    [Theory]
    [InlineData("Kite-over-7-roofs")]
    [InlineData("青山不老Water9")]
    public void Password_WhenStrong_Passes(string password) => PasswordRules.Check(password, "liming").ShouldPass();
}

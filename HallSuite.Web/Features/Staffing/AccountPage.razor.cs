using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Web.Hosting;
using HallSuite.Web.Shared;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Staffing;

/// <summary>The own password and the own sessions.</summary>
public sealed partial class AccountPage(ChangeOwnPassword change, SignOutEverywhere signOut, StaffQueries staff, ErrorTexts errors)
{
    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [SupplyParameterFromQuery]
    private string? ReturnTo { get; set; }

    /// <summary>The password was changed just now.</summary>
    [SupplyParameterFromQuery]
    private bool Changed { get; set; }

    [SupplyParameterFromForm(Name = "current", FormName = "password")]
    private string? Current { get; set; }

    [SupplyParameterFromForm(Name = "new", FormName = "password")]
    private string? New { get; set; }

    [SupplyParameterFromForm(Name = "again", FormName = "password")]
    private string? Again { get; set; }

    private Me? Me { get; set; }

    private string? ProblemField { get; set; }

    private string? Problem { get; set; }

    private string? EverywhereProblem { get; set; }

    private Actor Actor => CurrentActor.Of(Context.User)!;

    protected override async Task OnInitializedAsync() =>
        Me = (await staff.MeAsync(Actor, Context.RequestAborted)).TryGet(out var me, out _) ? me : null;

    private async Task ChangeAsync()
    {
        if (string.IsNullOrEmpty(Current) || string.IsNullOrEmpty(New))
        {
            Tell(string.IsNullOrEmpty(Current) ? "current" : "new", T["EnterPassword"]);
            return;
        }

        if (New != Again)
        {
            Tell("again", T["PasswordsDiffer"]);
            return;
        }

        var done = await change.ExecuteAsync(new ChangeOwnPassword.Command(Current, New), Actor, Context.RequestAborted);
        if (!done.TryGet(out var who, out var refusal))
        {
            var isAboutNew = refusal.Code == StaffErrors.PasswordSame.Code || refusal.Code == StaffErrors.PasswordTooWeak(default).Code;
            Tell(isAboutNew ? "new" : "current", errors.Of(refusal));
            return;
        }

        await Sessions.StartAsync(Context, who);
        Context.Response.Redirect(ReturnTo is null ? HallUrls.AccountChanged : HallUrls.LocalOrHome(ReturnTo));
    }

    private void Tell(string field, string problem)
    {
        (ProblemField, Problem) = (field, problem);
        Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    private async Task SignOutEverywhereAsync()
    {
        var done = await signOut.ExecuteAsync(new SignOutEverywhere.Command(new StaffId(Actor.Id)), Actor, Context.RequestAborted);
        if (done.Error is { } refusal)
        {
            EverywhereProblem = errors.Of(refusal);
            return;
        }

        Context.Response.Redirect(HallUrls.Login());
    }
}

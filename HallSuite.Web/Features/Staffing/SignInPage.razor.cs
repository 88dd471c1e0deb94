using System.Globalization;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Web.Hosting;
using HallSuite.Web.Shared.Looks;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Staffing;

/// <summary>Sign-in: a static form, so that it works before anything else does.</summary>
public sealed partial class SignInPage(SignIn signIn, HallDirectory halls, HallClock clock, SignInLimit limit, ErrorTexts errors)
{
    private static readonly (string Culture, string Name)[] Names = [(Languages.Default, "中文"), (Languages.English, "English")];

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [SupplyParameterFromQuery]
    private string? ReturnTo { get; set; }

    /// <summary>The session ended by itself; the page says so.</summary>
    [SupplyParameterFromQuery]
    private bool Ended { get; set; }

    [SupplyParameterFromForm(Name = "username")]
    private string? UserName { get; set; }

    [SupplyParameterFromForm(Name = "password")]
    private string? Password { get; set; }

    private FrontDoor? Door { get; set; }

    private string TodayLine { get; set; } = "";

    private string? Problem { get; set; }

    private string Here => ReturnTo is null ? HallUrls.Login() : HallUrls.Login(HallUrls.LocalOrHome(ReturnTo));

    protected override async Task OnInitializedAsync()
    {
        if (HttpMethods.IsGet(Context.Request.Method) && Context.User.Identity is { IsAuthenticated: true })
        {
            Context.Response.Redirect(HallUrls.LocalOrHome(ReturnTo));
            return;
        }

        Door = await halls.FrontDoorAsync(Context.RequestAborted);
        TodayLine = Door is null ? "" : Today(Door);
    }

    private string Today(FrontDoor door)
    {
        var clockText = ClockText.For(door.TimeZone, CultureInfo.CurrentUICulture);
        var local = clockText.Local(clock.Now);
        var now = $"{clockText.Day(clock.Now, clock.Now)} {clockText.Time(clock.Now)}";
        return door.Hours.ClosesAt(local) is { } closes ? $"{now}　{T["OpenUntil", closes.ToString("HH:mm", CultureInfo.InvariantCulture)]}" : now;
    }

    private async Task SubmitAsync()
    {
        if (string.IsNullOrWhiteSpace(UserName) || string.IsNullOrEmpty(Password))
        {
            Tell(T["EnterBoth"], StatusCodes.Status422UnprocessableEntity);
            return;
        }

        if (limit.IsReached(Context, UserName))
        {
            Tell(T["TooManyTries"], StatusCodes.Status429TooManyRequests);
            return;
        }

        var done = await signIn.ExecuteAsync(new SignIn.Command(UserName, Password), Actor.Visitor(Sessions.AddressOf(Context)), Context.RequestAborted);
        if (!done.TryGet(out var who, out var refusal))
        {
            limit.CountWrong(Context, UserName);
            Tell(errors.Of(refusal), refusal.Kind == ErrorKind.Unavailable ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status401Unauthorized);
            return;
        }

        await Sessions.StartAsync(Context, who);
        var wanted = HallUrls.LocalOrHome(ReturnTo);
        Context.Response.Redirect(who.MustChangePassword ? HallUrls.AccountThen(wanted) : wanted);
    }

    private void Tell(string problem, int status) => (Problem, Context.Response.StatusCode) = (problem, status);
}

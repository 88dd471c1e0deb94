using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Web.Hosting;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Staffing;

/// <summary>The first hall and the first administrator of a new installation; 404 as soon as there is an administrator.</summary>
public sealed partial class SetUpPage(
    MakeFirstAdministrator make, SetUpToken setUp, HallDirectory halls, SignInLimit limit, ErrorTexts errors, NavigationManager navigation)
{
    private const string DefaultZone = "Asia/Shanghai";

    private static readonly string[] Zones = [DefaultZone, "Asia/Urumqi", "Asia/Hong_Kong", "Asia/Macau", "Asia/Taipei", "UTC"];

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [SupplyParameterFromForm(Name = "token")]
    private string? Token { get; set; }

    [SupplyParameterFromForm(Name = "hallname")]
    private string? HallName { get; set; }

    [SupplyParameterFromForm(Name = "hallcode")]
    private string? HallCode { get; set; }

    [SupplyParameterFromForm(Name = "timezone")]
    private string? TimeZone { get; set; }

    [SupplyParameterFromForm(Name = "name")]
    private string? Name { get; set; }

    [SupplyParameterFromForm(Name = "username")]
    private string? UserName { get; set; }

    [SupplyParameterFromForm(Name = "password")]
    private string? Password { get; set; }

    [SupplyParameterFromForm(Name = "again")]
    private string? Again { get; set; }

    private bool IsOpen { get; set; }

    private bool NeedsHall { get; set; }

    private string? Problem { get; set; }

    protected override async Task OnInitializedAsync()
    {
        IsOpen = await setUp.IsOpenAsync(Context.RequestAborted);
        if (!IsOpen)
        {
            navigation.NotFound();
            return;
        }

        NeedsHall = await halls.FrontDoorAsync(Context.RequestAborted) is null;
    }

    private async Task SubmitAsync()
    {
        if (Password != Again)
        {
            Tell(T["PasswordsDiffer"], StatusCodes.Status422UnprocessableEntity);
            return;
        }

        if (limit.IsReached(Context, HallUrls.Setup))
        {
            Tell(T["TooManyTries"], StatusCodes.Status429TooManyRequests);
            return;
        }

        var hall = NeedsHall ? new FirstHall(HallCode ?? "", HallName ?? "", TimeZone ?? "") : null;
        var command = new MakeFirstAdministrator.Command(Token ?? "", UserName ?? "", Name ?? "", Password ?? "", hall);
        var done = await make.ExecuteAsync(command, Actor.Visitor(Sessions.AddressOf(Context)), Context.RequestAborted);
        if (done.Error is { } refusal)
        {
            limit.CountWrong(Context, HallUrls.Setup);
            Tell(errors.Of(refusal), StatusCodes.Status422UnprocessableEntity);
            return;
        }

        Context.Response.Redirect(HallUrls.Login());
    }

    private void Tell(string problem, int status) => (Problem, Context.Response.StatusCode) = (problem, status);
}

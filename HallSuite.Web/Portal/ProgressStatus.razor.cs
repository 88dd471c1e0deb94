using System.Globalization;
using HallSuite.Infrastructure.Cases;
using HallSuite.Web.Shared;
using HallSuite.Web.Shared.Looks;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Portal;

public partial class ProgressStatus(PortalFaces faces, ProgressPasses passes)
{
    private CaseTrack? _track;
    private ClockText _clock = null!;
    private string _mark = "";

    [Parameter]
    public string Number { get; set; } = "";

    /// <summary>As the code on the receipt leads here; without it the key that was typed a while ago.</summary>
    [SupplyParameterFromQuery(Name = "key")]
    private string? Key { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        if (!(await Cases.TrackAsync(Number, Key ?? passes.Read(Http, Number), Http.RequestAborted)).TryGet(out var track, out _))
        {
            Http.AnswerPageWith(StatusCodes.Status404NotFound);
            return;
        }

        _track = track;
        _clock = ClockText.For(track.TimeZone, CultureInfo.CurrentUICulture);
        _mark = PortalFaces.MarkOf(await faces.DrawAsync(track));
    }
}

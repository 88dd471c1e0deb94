using System.Globalization;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Web.Shared.Forms;
using HallSuite.Web.Shared.Looks;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Hall;

/// <summary>
/// A form over something of a hall that is there already. It follows what others save while nobody writes in it; while somebody does, it
/// tells who changed the same thing and lets the person choose.
/// </summary>
/// <typeparam name="TForm">What the form holds.</typeparam>
public abstract class HallEditPart<TForm> : FormPart where TForm : class, IEquatable<TForm>
{
    private LastChange? change;
    private bool wasOvertaken;

    [Inject]
    private AdminHallQueries Queries { get; set; } = null!;

    [Inject]
    private HallClock Clock { get; set; } = null!;

    /// <summary>The hall as it was read last.</summary>
    [Parameter, EditorRequired]
    public AdminHall Hall { get; set; } = null!;

    public bool IsTouched => Draft.IsTouched;

    protected FormDraft<TForm> Draft { get; private set; } = null!;

    /// <summary>What is saved now, out of <see cref="Hall"/>.</summary>
    protected abstract TForm Saved { get; }

    /// <summary>The operations that change what the form holds, for the name of whoever was quicker.</summary>
    protected abstract IReadOnlyList<string> Operations { get; }

    /// <summary>
    /// Somebody else changed the same thing. While one's own change is being saved that is not news (it may be heard of before the answer is here), but
    /// what was told before stays in sight.
    /// </summary>
    protected bool IsOvertaken => Draft.IsOvertaken && (!IsBusy || wasOvertaken);

    protected string? OvertakenBy => change?.Name;

    protected string? OvertakenAt => change is null
        ? null
        : ClockText.For(Hall.Details.TimeZone, CultureInfo.CurrentUICulture).Past(change.At, Clock.Now);

    protected abstract Task<Result> SaveAsync(TForm seen, TForm wanted);

    /// <summary>The value as a person reads it, field by field: name and text.</summary>
    protected abstract IEnumerable<(string Name, string Text)> Told(TForm form);

    /// <summary>The fields in which what is saved now differs from what was typed.</summary>
    protected IEnumerable<(string Name, string Theirs, string Mine)> Differences => Told(Draft.Latest).Zip(Told(Draft.Wanted))
        .Where(pair => pair.First.Text != pair.Second.Text).Select(pair => (pair.First.Name, pair.First.Text, pair.Second.Text));

    protected override async Task OnParametersSetAsync()
    {
        Draft ??= new FormDraft<TForm>(Saved);
        Draft.Follow(Saved);
        change = IsOvertaken ? await Queries.LastChangeAsync(Actor, Hall.Id, Operations, CancellationToken.None) : null;
    }

    /// <summary>Takes over what was typed into a field.</summary>
    protected void Set(TForm wanted)
    {
        Forget();
        Draft.Wanted = wanted;
    }

    protected Task SubmitAsync()
    {
        wasOvertaken = IsOvertaken;
        var sent = Draft.Wanted;
        return ActAsync(() => SaveAsync(Draft.Seen, sent), () => Draft.Saved(sent));
    }

    protected void KeepMine() => Draft.KeepMine();

    protected void TakeTheirs()
    {
        Forget();
        Draft.TakeTheirs();
    }
}

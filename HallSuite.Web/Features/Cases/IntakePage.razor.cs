using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Hall;
using HallSuite.Web.Shared.Layout;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Cases;

/// <summary>What is being taken in at a hall, and taking in without a ticket: what came by post, or an application that was begun before.</summary>
public sealed partial class IntakePage(IntakeQueries intake, CaseQueries cases) : HallPage
{
    private IntakeList? list;
    private IntakeForm? form;
    private CaseView? draft;

    [Inject]
    private ErrorTexts Errors { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "part")]
    private string? Part { get; set; }

    /// <summary>The code of a matter that is taken in without a ticket.</summary>
    [SupplyParameterFromQuery(Name = "matter")]
    private string? MatterCode { get; set; }

    /// <summary>The number of a draft to go on with.</summary>
    [SupplyParameterFromQuery(Name = "case")]
    private string? DraftNumber { get; set; }

    private IntakePart ShownPart => Enum.TryParse<IntakePart>(Part, out var part) && Enum.IsDefined(part) ? part : IntakePart.Received;

    protected override IEnumerable<string> Topics => Hall is null ? [] : [CaseTopics.Hall(Hall.Id)];

    protected override string AddressIn(string hall) => HallUrls.Intake(hall, Part);

    protected override async Task<Error?> ReadHallAsync(HallEntry hall, CancellationToken cancel)
    {
        if (!(await intake.ListAsync(Actor, hall.Id, ShownPart, cancel)).TryGet(out list, out var denied))
        {
            return denied;
        }

        // Once it is taken in, the draft is none any more; the panel shows what came of it.
        if (DraftNumber is { Length: > 0 } number)
        {
            draft ??= (await cases.FindAsync(Actor, number, cancel)).TryGet(out var found, out _) ? found : null;
        }
        else
        {
            draft = null;
        }

        var code = draft?.MatterCode ?? MatterCode;
        if (string.IsNullOrEmpty(code))
        {
            form = null;
            return DraftNumber is { Length: > 0 } ? Domain.Cases.CaseErrors.Unknown : null;
        }

        return (await intake.ReadAsync(Actor, hall.Id, code, cancel)).TryGet(out form, out var refused) ? null : refused;
    }

    private int CountOf(IntakePart part) => list is null ? 0 : part switch
    {
        IntakePart.Received => list.Received,
        IntakePart.Supplement => list.Supplement,
        IntakePart.Drafts => list.Drafts,
    };

    private string AddressOf(IntakeLine line) => line.State == Domain.Cases.CaseState.Draft ? HallUrls.IntakeOf(Hall!.Code, line.Number) : HallUrls.Case(line.Number);
}

using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;

namespace HallSuite.Domain.Cases;

/// <content>From the draft to acceptance (DOMAIN §3, rules 1 to 4).</content>
public sealed partial class Case
{
    /// <summary>The applicant sends the draft in from afar, to be looked through.</summary>
    public Result Submit(Occasion occasion) =>
        BarTo(CaseAct.Submit, occasion) is { } refused ? refused : Done(CaseAct.Submit, CaseState.PreReview, occasion);

    /// <summary>The pre-review sends the draft back.</summary>
    /// <param name="reason">What the applicant should mend.</param>
    public Result ReturnDraft(string reason, Occasion occasion)
    {
        if (BarTo(CaseAct.ReturnDraft, occasion) is { } refused)
            return refused;
        return Reason.Read(reason).TryGet(out var why, out var unsaid) ? Done(CaseAct.ReturnDraft, CaseState.PreReviewReturned, occasion, note: why) : unsaid;
    }

    /// <summary>Takes the papers in, each checked against the standard, which the case is pinned to from now on. The five working days begin.</summary>
    /// <param name="standard">The version in force today.</param>
    /// <param name="findings">One for each material of the standard.</param>
    public Result Receive(Standard standard, IReadOnlyList<Finding> findings, Occasion occasion)
    {
        if (BarTo(CaseAct.Receive, occasion) is { } refused)
            return refused;
        if (!CheckPapers(standard, findings, occasion).TryGet(out var materials, out var faulty))
            return faulty;
        PinTo(standard, materials, occasion);
        StartClock(ClockKind.Acceptance, occasion.Day, LegalLimits.Acceptance, occasion);
        return Done(CaseAct.Receive, CaseState.Received, occasion);
    }

    /// <summary>Errors that can be corrected on the spot are (ALL Art. 32 item 3); so is what the applicant brings before anybody asked.</summary>
    public Result CorrectMaterials(IReadOnlyList<Finding> findings, Occasion occasion)
    {
        if ((BarTo(CaseAct.CorrectMaterials, occasion) ?? BarBySilence(occasion)) is { } refused)
            return refused;
        if (findings.Count == 0)
            return CaseErrors.NothingHandedIn;
        if (!MaterialCheck.Apply(Materials, findings, occasion.Day).TryGet(out var materials, out var faulty))
            return faulty;
        Materials = materials;
        return Done(CaseAct.CorrectMaterials, State, occasion, NamesOf(findings.Select(f => f.Requirement)));
    }

    /// <summary>Sends the applicant away at once, naming the right authority where there is one (ALL Art. 32 items 1 and 2).</summary>
    public Result NotAccept(NotAccepted why, Occasion occasion)
    {
        if ((BarTo(CaseAct.NotAccept, occasion) ?? BarBySilence(occasion)) is { } refused)
            return refused;
        if (!Reason.Read(why.Reason).TryGet(out var reason, out var unsaid))
            return unsaid;
        var authority = OneLine.ReadOptional(why.RightAuthority, NotAccepted.AuthorityLength);
        if (authority is null || (why.Ground == NotAcceptedGround.WrongAuthority && authority.Length == 0))
            return CaseErrors.AuthorityMissing;
        NotAccepted = new NotAccepted(why.Ground, reason, authority);
        return Done(CaseAct.NotAccept, CaseState.NotAccepted, occasion, authority, reason);
    }

    /// <summary>Asks, once, for all that is missing or faulty (ALL Art. 32 item 4). The applicant's time begins, the office's ends.</summary>
    public Result RequestSupplement(IReadOnlyList<SupplementItem> items, Occasion occasion)
    {
        // Told before the state: that there was one notice already is the reason, whatever became of the case.
        if (Supplement is not null)
            return CaseErrors.SupplementSent;
        if ((BarTo(CaseAct.RequestSupplement, occasion) ?? BarBySilence(occasion)) is { } refused)
            return refused;
        if (MaterialCheck.CheckNotice(Materials, items) is { IsOk: false } incomplete)
            return incomplete.Error;
        Supplement = new Supplement(occasion.Day, [.. items.Select(i => i with { What = i.What.Trim() })]);
        EndClocks(occasion.Now);
        StartClock(ClockKind.Supplement, occasion.Day, Calendar.Limit.WorkingDays(occasion.Rules.Policy.SupplementDays), occasion);
        return Done(CaseAct.RequestSupplement, CaseState.SupplementRequested, occasion, NamesOf(items.Select(i => i.Requirement)));
    }

    /// <summary>
    /// Takes in what the notice asked for. All in is accepted; some in, and the case stands. Only the notice's items count (DOMAIN §3, rule 2).
    /// </summary>
    public Result HandInSupplement(Standard standard, IReadOnlyList<Finding> findings, Occasion occasion)
    {
        if ((BarTo(CaseAct.HandInSupplement, occasion) ?? BarByStandard(standard)) is { } refused)
            return refused;
        if (findings.Count == 0)
            return CaseErrors.NothingHandedIn;
        if (findings.FirstOrDefault(f => !Supplement!.AsksFor(f.Requirement)) is { } other)
            return CaseErrors.NotInNotice(other.Requirement);
        if (!MaterialCheck.Apply(Materials, findings, occasion.Day).TryGet(out var materials, out var faulty))
            return faulty;
        Materials = materials;
        var complete = Materials.Where(m => Supplement!.AsksFor(m.Requirement)).All(m => m.Settled);
        if (complete)
            BeAccepted(standard, occasion.Day, occasion);
        return Done(CaseAct.HandInSupplement, complete ? CaseState.Accepted : State, occasion, NamesOf(findings.Select(f => f.Requirement)));
    }

    /// <summary>Terminates a case whose supplement did not come in the time that the notice gave.</summary>
    public Result LapseSupplement(Occasion occasion)
    {
        if ((BarTo(CaseAct.LapseSupplement, occasion) ?? BarByRunningSupplement(occasion)) is { } refused)
            return refused;
        TerminatedFor = TerminationGround.SupplementOverdue;
        return Done(CaseAct.LapseSupplement, CaseState.Terminated, occasion);
    }

    /// <summary>Accepts complete papers. The decision's limits begin.</summary>
    public Result Accept(Standard standard, Occasion occasion)
    {
        if ((BarTo(CaseAct.Accept, occasion) ?? BarBySilence(occasion) ?? BarByStandard(standard)) is { } refused)
            return refused;
        if (MaterialCheck.Lacking(Materials) is { } lacking)
            return CaseErrors.MaterialLacking(lacking.Name);
        BeAccepted(standard, occasion.Day, occasion);
        return Done(CaseAct.Accept, CaseState.Accepted, occasion);
    }

    /// <summary>Accepts without some secondary materials, each against a promise (容缺受理). Nothing is issued before they are in.</summary>
    public Result AcceptTolerantly(Standard standard, IReadOnlyList<MaterialPromise> promises, Occasion occasion)
    {
        if ((BarTo(CaseAct.AcceptTolerantly, occasion) ?? BarBySilence(occasion) ?? BarByStandard(standard)) is { } refused)
            return refused;
        if (!MaterialCheck.Promise(Materials, promises, occasion.Day).TryGet(out var materials, out var unpromised))
            return unpromised;
        Materials = materials;
        BeAccepted(standard, occasion.Day, occasion);
        return Done(CaseAct.AcceptTolerantly, CaseState.Accepted, occasion, NamesOf(promises.Select(p => p.Requirement)));
    }

    /// <summary>
    /// Five working days passed with neither acceptance nor notice: the case is accepted as of the day of receipt, by law. The answer is the yellow
    /// card of the silent office, or null when its light was yellow already.
    /// </summary>
    public Result<LightChange?> DeemAccepted(Standard standard, Occasion occasion)
    {
        if ((BarTo(CaseAct.DeemAccepted, occasion) ?? BarByStandard(standard)) is { } refused)
            return refused;
        if (BarBySilence(occasion) is null)
            return CaseErrors.AcceptanceRunning(OpenClock(ClockKind.Acceptance)!.DueDay);
        var card = OpenClock(ClockKind.Acceptance)!.BlameSilence();
        DeemedAccepted = true;
        BeAccepted(standard, ReceivedDay!.Value, occasion);
        Done(CaseAct.DeemAccepted, CaseState.Accepted, occasion);
        return card;
    }

    /// <summary>Takes in what was promised at a tolerant acceptance.</summary>
    public Result HandInPromised(IReadOnlyList<Finding> findings, Occasion occasion)
    {
        if (BarTo(CaseAct.HandInPromised, occasion) is { } refused)
            return refused;
        if (findings.Count == 0)
            return CaseErrors.NothingHandedIn;
        if (findings.FirstOrDefault(f => !Materials.Any(m => m.Requirement == f.Requirement && m.Owed)) is { } other)
            return CaseErrors.NotOwed(other.Requirement);
        if (!MaterialCheck.Apply(Materials, findings, occasion.Day).TryGet(out var materials, out var faulty))
            return faulty;
        Materials = materials;
        return Done(CaseAct.HandInPromised, State, occasion, NamesOf(findings.Select(f => f.Requirement)));
    }

    /// <summary>The materials as checked against the standard in force, each one of them looked at.</summary>
    private Result<IReadOnlyList<Material>> CheckPapers(Standard standard, IReadOnlyList<Finding> findings, Occasion occasion)
    {
        if (standard.Matter != Matter || !standard.IsInForceOn(occasion.Day))
            return CaseErrors.NotInForce;
        if (!MaterialCheck.Apply([.. standard.Content.Materials.Select(Material.Of)], findings, occasion.Day).TryGet(out var materials, out var faulty))
            return faulty;
        return MaterialCheck.Unchecked(materials) is { } forgotten ? CaseErrors.MaterialUnchecked(forgotten.Name) : Result.Of(materials);
    }

    private void PinTo(Standard standard, IReadOnlyList<Material> materials, Occasion occasion) =>
        (Standard, Handling, Materials, ReceivedDay) = (standard.Id, standard.Content.Handling, materials, occasion.Day);

    private void BeAccepted(Standard standard, DateOnly day, Occasion occasion)
    {
        AcceptedDay = day;
        EndClocks(occasion.Now);
        if (standard.Content.Committed is { } committed)
            StartClock(ClockKind.Committed, day, committed, occasion);
        if (standard.Content.StatutoryDays is { } statutory)
            StartClock(ClockKind.Decision, day, statutory, occasion);
    }

    /// <summary>Once the five days are over the case is accepted by law, also in the moments before the system says so.</summary>
    private Error? BarBySilence(Occasion occasion) =>
        OpenClock(ClockKind.Acceptance)?.IsOverAt(occasion.Now) is true ? CaseErrors.AcceptedByLaw(ReceivedDay!.Value) : null;

    private Error? BarByRunningSupplement(Occasion occasion) =>
        OpenClock(ClockKind.Supplement) is { } clock && clock.IsOverAt(occasion.Now) ? null : CaseErrors.SupplementRunning(OpenClock(ClockKind.Supplement)?.DueDay ?? occasion.Day);

    private Error? BarByStandard(Standard standard) => standard.Id == Standard ? null : CaseErrors.OtherStandard;

    private static string NamesOf(IEnumerable<string> requirements) => string.Join(' ', requirements);
}

using FsCheck;
using FsCheck.Fluent;
using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Domain.Cases.CaseScene;
using static HallSuite.Tests.Domain.Matters.Standards;
using Result = HallSuite.Domain.Kernel.Result;

namespace HallSuite.Tests.Domain.Cases;

/// <summary>Whatever people do, in whatever order, the rules of DOMAIN §3 hold.</summary>
public class CasePropertyTests
{
    private static readonly StaffId[] People = [Clerk, Reviewer, SecondReviewer, Head, Officer, SecondOfficer];
    private static readonly MaterialFinding[] Found = [MaterialFinding.Sound, MaterialFinding.Sound, MaterialFinding.Missing, MaterialFinding.Faulty, MaterialFinding.NotNeeded];
    private static readonly CaseAct[] Acts = [.. Enum.GetValues<CaseAct>().Except([CaseAct.Open])];
    private static readonly string[] Requirements = [Form, Identity, Plan, Mandate];
    private static readonly string[] StepCodes = [Papers, Site, Recheck];

    /// <summary>One thing that somebody tries.</summary>
    /// <param name="Choice">Chooses the act: mostly one that the state allows, sometimes any.</param>
    /// <param name="Days">Days that passed since the one before.</param>
    /// <param name="Dice">Chooses whatever else the act needs.</param>
    private sealed record Try(int Choice, int Person, int Days, int Dice);

    private static Arbitrary<Try[]> Stories =>
        (from length in Gen.Choose(1, 40)
         from story in (from choice in Gen.Choose(0, 9999)
                        from person in Gen.Choose(0, 5)
                        from days in Gen.Frequency((6, Gen.Constant(0)), (3, Gen.Choose(1, 3)), (1, Gen.Choose(4, 30)))
                        from dice in Gen.Choose(0, 99_999)
                        select new Try(choice, person, days, dice)).ArrayOf(length)
         select story).ToArbitrary();

    [Fact]
    public void Story_WhateverPeopleTry_KeepsTheRules() =>
        Prop.ForAll(Stories, story =>
        {
            var (on, day) = (Opened(), 0);
            foreach (var attempt in story)
            {
                day += attempt.Days;
                var (before, events) = (Snapshot.Of(on), on.Events.ToList());
                var result = Do(on, ActOf(on, attempt), attempt, day);
                if (!result.IsOk)
                    Assert.Equal(before, Snapshot.Of(on));
                Assert.Equal(events, on.Events.Take(events.Count));
                KeepsTheRules(on);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    /// <summary>The stories above are worth something only if they get anywhere.</summary>
    [Fact]
    public void Stories_ReachEveryState()
    {
        var reached = new HashSet<CaseState>();
        var random = new Random(20260302);
        for (var story = 0; story < 500; story++)
        {
            var (on, day) = (Opened(), 0);
            for (var i = 0; i < 40; i++)
            {
                var attempt = new Try(random.Next(10_000), random.Next(6), random.Next(4) / 3, random.Next(100_000));
                day += attempt.Days;
                Do(on, ActOf(on, attempt), attempt, day);
                reached.Add(on.State);
            }
        }

        Assert.Empty(Enum.GetValues<CaseState>().Except(reached));
    }

    private static void KeepsTheRules(Case on)
    {
        Assert.True(on.Events.Count(e => e.Act == CaseAct.RequestSupplement) <= 1, "two supplement notices");
        Assert.True(on.Events.Count(e => e.Act == CaseAct.Extend) <= 1, "two extensions");
        Assert.Equal(Enumerable.Range(1, on.EventCount), on.Events.Select(e => e.Number));
        Assert.All(on.Events.Zip(on.Events.Skip(1)), pair => Assert.Equal(pair.First.After, pair.Second.Before));
        Assert.Equal(on.Events[^1].After, on.State);

        Assert.Equal(CaseLife.IsOver(on.State), on.EndedAs is not null);
        Assert.True(on.EndedAs is null || on.Clocks.All(c => c.State == ClockState.Ended), "a clock runs in a case that is over");
        Assert.Equal(on.Clocks.Where(c => c.Runs).Select(c => c.DueAt).DefaultIfEmpty(Case.NoDue).Min(), on.DueSort);
        Assert.All(on.Clocks, c => Pause.Check(c.Pauses).ShouldPass());
        Assert.All(on.Clocks, c => Assert.False(c.State == ClockState.Paused && on.State != CaseState.Suspended));
        Assert.All(on.Clocks, c => Assert.Equal(c.State == ClockState.Ended, c.EndedAt is not null));

        Assert.Empty(on.Hands.TookIn.Intersect(on.Hands.Reviewed));
        if (on.Hands.Decided is { } decider && !on.OnTheSpot)
            Assert.DoesNotContain(decider, on.Hands.TookIn.Concat(on.Hands.Reviewed));
        Assert.True(on.Issued is null || !on.Materials.Any(m => m.Owed), "issued while a promised material is owed");
        Assert.True(on.Decision is null || on.OnTheSpot || on.Steps.All(s => s.State is StepState.Passed or StepState.Dropped), "decided while a step is open");
    }

    private static CaseAct ActOf(Case on, Try attempt)
    {
        var possible = attempt.Choice % 10 == 0 ? Acts : [.. Acts.Where(a => CaseLife.StatesFor(a).Contains(on.State))];
        return possible[attempt.Choice / 10 % possible.Length];
    }

    private static Result Do(Case on, CaseAct act, Try attempt, int day)
    {
        var dice = attempt.Dice;
        var who = dice % 10 < 7 ? FittingFor(act, attempt) : People[attempt.Person];
        var (by, today) = (By(who, day), Monday.AddDays(day));
        var settled = Requirements.Select((r, i) => new Finding(r, dice % 3 > 0 && i < 3 ? MaterialFinding.Sound : Found[dice / (i + 1) % Found.Length], "不清楚")).ToList();
        IReadOnlyList<Finding> one = [settled[dice % 4]];
        var wanted = act == CaseAct.ReturnStep ? StepState.Passed : StepState.Open;
        var step = on.Steps.FirstOrDefault(s => s.State == wanted && dice % 8 > 0)?.Code ?? StepCodes[dice / 7 % 3];
        var opinion = Agreed with { Agrees = dice % 5 > 0, Marks = dice % 4 == 0 ? [Bad, True] : [Good, Doubtful] };
        return act switch
        {
            CaseAct.Submit => on.Submit(ByApplicant(day)),
            CaseAct.ReturnDraft => on.ReturnDraft("请补充。", by),
            CaseAct.Receive => on.Receive(Pinned, settled, by),
            CaseAct.CorrectMaterials => on.CorrectMaterials(one, by),
            CaseAct.NotAccept => dice % 5 > 0 ? CaseErrors.Unknown : on.NotAccept(new NotAccepted((NotAcceptedGround)(dice % 3), "理由", dice % 2 == 0 ? "某局" : ""), by),
            CaseAct.RequestSupplement => on.RequestSupplement([.. on.Materials.Where(m => !m.Settled).Select(m => new SupplementItem(m.Requirement, "请补交。"))], by),
            CaseAct.HandInSupplement => on.HandInSupplement(Pinned, [new(on.Supplement?.Items[dice % on.Supplement.Items.Count].Requirement ?? Form, Found[dice % 3])], by),
            CaseAct.LapseSupplement => on.LapseSupplement(BySystem(day)),
            CaseAct.Accept => on.Accept(Pinned, by),
            CaseAct.AcceptTolerantly => on.AcceptTolerantly(Pinned, [.. on.Materials.Where(m => !m.Settled).Select(m => new MaterialPromise(m.Requirement, today.AddDays(dice % 9)))], by),
            CaseAct.DeemAccepted => on.DeemAccepted(Pinned, BySystem(day)) is { IsOk: false } refused ? refused.Error : Result.Ok,
            CaseAct.HandInPromised => on.HandInPromised([new(Requirements[dice % 4], Found[dice % 3])], by),
            CaseAct.StartReview => on.StartReview(Pinned, by),
            CaseAct.AssignStep => on.AssignStep(step, dice % 9 > 0 ? Reviewer : People[dice % 6], dice % 2 == 0, by),
            CaseAct.VerifyOnSite => on.VerifyOnSite(new Verification(today, dice % 9 > 0 ? [Officer, SecondOfficer] : [People[dice % 6], People[dice / 6 % 6]], "属实。"), by),
            CaseAct.PassStep => on.PassStep(step, opinion, Pinned, by),
            CaseAct.ReturnStep => on.ReturnStep(step, "请重审。", by),
            CaseAct.Suspend => on.Suspend((SpecialProcedure)(dice % 8), 1 + (dice % 25), "理由", by),
            CaseAct.Resume => on.Resume(today.AddDays(-(dice % 3)), "结果", by),
            CaseAct.Extend => on.Extend(1 + (dice % 12), "理由", "", by),
            CaseAct.Approve => on.Approve(Pinned, "理由", by),
            CaseAct.Refuse => on.Refuse(Pinned, Grounds, by),
            CaseAct.Issue => on.Issue(Pinned, Certificate, today, by),
            CaseAct.NotifyReady => on.NotifyReady(by),
            CaseAct.Deliver => on.Deliver(AtCounter with { IdentityChecked = dice % 4 > 0 }, by),
            CaseAct.Archive => on.Archive(by),
            CaseAct.Withdraw => dice % 20 == 0 ? on.Withdraw("", ByApplicant(day)) : CaseErrors.Unknown,
            CaseAct.Terminate => dice % 20 == 0 ? on.Terminate((TerminationGround)(dice / 20 % 3), "理由", by) : CaseErrors.Unknown,
            CaseAct.CompleteOnTheSpot => dice % 20 == 0 ? on.CompleteOnTheSpot(Pinned, new(settled, [Good, True], AtCounter), Certificate, by) : CaseErrors.Unknown,
            CaseAct.Recalculate => Recalculated(on, day),
            CaseAct.Open => throw new ArgumentOutOfRangeException(nameof(act)),
        };
    }

    /// <summary>Somebody who would do it in a hall where everybody keeps to their own work.</summary>
    private static StaffId FittingFor(CaseAct act, Try attempt) =>
        CaseLife.TakesIn(act) ? Clerk
        : act is CaseAct.StartReview or CaseAct.AssignStep or CaseAct.VerifyOnSite or CaseAct.PassStep or CaseAct.Suspend or CaseAct.Resume ? Reviewer
        : act is CaseAct.Approve or CaseAct.Refuse or CaseAct.Extend or CaseAct.ReturnStep ? Head
        : People[attempt.Person];

    private static Result Recalculated(Case on, int day)
    {
        Assert.Empty(on.Recalculate(BySystem(day)));
        return Result.Ok;
    }
}

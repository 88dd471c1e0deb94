using System.Globalization;
using HallSuite.Domain.Calendar;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Demo;

/// <summary>Puts the departments and matters of the demo hall in place, each matter with its first standard.</summary>
internal sealed class DemoMatters(IDbContextFactory<HallDbContext> contexts, HallWork works)
{
    /// <summary>The district, in the code of a matter.</summary>
    private const int Level = 4;

    /// <summary>How long the standards of a new demo hall have been in force: its cases have a past.</summary>
    private const int DaysInForce = 180;

    /// <summary>Adds what is missing, in one operation.</summary>
    public async Task<Result> FillAsync(HallEntry hall, Actor filler, CancellationToken cancel)
    {
        var missing = await MissingAsync(cancel);
        if (missing.Count == 0)
        {
            return Result.Ok;
        }

        var order = new WorkOrder("FillDemoMatters", Permission.ActAsSystem, Scope.Everything, Streams.Platform, DemoHall.Code);
        return await works.RunAsync(order, filler, async (work, token) =>
        {
            var firstDay = DateOnly.FromDateTime(HallTime.Local(hall.TimeZone, work.Now)).AddDays(-DaysInForce);
            var departments = await DepartmentsAsync(work, token);
            foreach (var (code, plan) in missing)
            {
                if (Add(work, code, plan, departments[plan.Department], firstDay) is { Error: { } refusal })
                {
                    return refusal;
                }
            }

            return Result.Ok;
        }, cancel);
    }

    /// <summary>The departments by their codes; those that are missing are added.</summary>
    public static async Task<Dictionary<string, DepartmentId>> DepartmentsAsync(WorkUnit work, CancellationToken cancel)
    {
        var ids = await work.Db.Set<Department>().AsNoTracking().ToDictionaryAsync(d => d.Code, d => d.Id, cancel);
        foreach (var plan in DemoCatalogue.Departments.Where(d => !ids.ContainsKey(d.Code)))
        {
            var department = Department.Create(new DepartmentId(work.NewId()), plan.Code, plan.Name, plan.NameEn, codeTaken: false).Value;
            if (department.UseDocumentWord(plan.DocumentWord, taken: false) is { Error: { } refusal })
            {
                throw new InvalidOperationException($"{plan.Code}: {refusal}");
            }

            work.Db.Add(department);
            ids[plan.Code] = department.Id;
        }

        return ids;
    }

    private async Task<List<(string Code, DemoMatter Plan)>> MissingAsync(CancellationToken cancel)
    {
        var coded = DemoCatalogue.Departments.SelectMany(d => DemoCatalogue.Matters.Where(m => m.Department == d.Code).Select((m, i) => (Code: CodeOf(d, i + 1), Plan: m))).ToList();
        var codes = coded.Select(m => m.Code).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var there = await db.Set<Matter>().AsNoTracking().Where(m => codes.Contains(m.Code)).Select(m => m.Code).ToListAsync(cancel);
        return [.. coded.Where(m => !there.Contains(m.Code))];
    }

    private static Result Add(WorkUnit work, string code, DemoMatter plan, DepartmentId department, DateOnly firstDay)
    {
        IReadOnlyList<ApplicantKind> objects = plan.ForPeople
            ? [ApplicantKind.Natural]
            : [ApplicantKind.Natural, ApplicantKind.Company, ApplicantKind.UnincorporatedBusiness, ApplicantKind.OtherOrganisation];
        var details = new MatterDetails(plan.Name, plan.Theme, objects, Visits: 1, Online: true, Booking: true, Courier: plan.Result.Length > 0);
        var created = Matter.Create(new MatterId(work.NewId()), MatterCode.Of(code).Value, plan.Kind, department, details, codeTaken: false);
        if (!created.TryGet(out var matter, out var refusal))
        {
            return refusal;
        }

        var standard = Standard.Draft(new StandardId(work.NewId()), matter.Id, 1, ContentOf(plan), work.Now);
        work.Db.AddRange(matter, standard);
        return standard.Publish(plan.Kind, firstDay, others: [], firstDay, work.Now);
    }

    private static StandardContent ContentOf(DemoMatter plan) => new()
    {
        Conditions = "申请人符合法律、法规规定的条件，材料齐全、符合法定形式。",
        Statutory = plan.Legal switch { 0 => StatutoryLimit.ByLaw, < 0 => StatutoryLimit.None, var days => StatutoryLimit.Of(Limit.WorkingDays(days)) },
        Committed = Limit.WorkingDays(plan.Promised),
        OnTheSpot = plan.OnTheSpot,
        Materials = [.. plan.Materials.Split('|').Select(MaterialOf)],
        Steps = [.. plan.Steps.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(StepOf)],
        Criteria = DemoDiscretion.Of(plan.Name).Criteria,
        Rules = DemoDiscretion.Of(plan.Name).Rules,
        Result = plan.Result.Length == 0 ? ResultRule.Nothing : new ResultRule(ResultKind.Licence, plan.Result, plan.Months == 0 ? null : plan.Months),
    };

    private static MaterialRequirement MaterialOf(string text, int index)
    {
        var (parts, code) = (text.Split('?'), $"M{index + 1}");
        var weight = text[0] == '~' || parts.Length > 1 ? MaterialWeight.Secondary : MaterialWeight.Key;
        return parts.Length > 1
            ? new MaterialRequirement(code, parts[0].TrimStart('~'), weight, MaterialNeed.InCircumstance, parts[1])
            : new MaterialRequirement(code, text.TrimStart('~'), weight);
    }

    private static ReviewStepRule StepOf(string text, int index)
    {
        var (name, days) = (text.Split(' ')[0], text.Split(' ')[1]);
        return new ReviewStepRule(
            $"S{index + 1}", name.TrimEnd('!', '^'), index + 1, Limit.WorkingDays(int.Parse(days, CultureInfo.InvariantCulture)),
            name.EndsWith('^') ? StepRole.DepartmentHead : StepRole.Reviewer, OnSite: name.EndsWith('!'));
    }

    /// <summary>The code of a matter by its name.</summary>
    public static string CodeOf(string matter)
    {
        var plan = DemoCatalogue.Matters.Single(m => m.Name == matter);
        var department = DemoCatalogue.Departments.Single(d => d.Code == plan.Department);
        return CodeOf(department, DemoCatalogue.Matters.Where(m => m.Department == plan.Department).ToList().IndexOf(plan) + 1);
    }

    private static string CodeOf(DemoDepartment department, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{department.CreditCode}{Level}0001{department.Basic}{number:000}000");
}

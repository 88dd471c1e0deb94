using System.Net;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Endpoints;

/// <summary>The kiosk without any script: what it shows, what it takes, and what it does with wrong input.</summary>
public sealed class KioskPageTests
{
    [Fact]
    public async Task TheWay_FromStartToTicket_TakesOneNumberUnderTheRealIdentity()
    {
        await using var scene = await KioskScene.OpenAsync();

        var kiosk = await scene.AtTicketAsync();

        Assert.Equal("A001", kiosk.One(".paper-number").TextContent.Trim());
        Assert.Contains("综合受理", kiosk.One(".kiosk-paper").TextContent);
        Assert.Contains("1、3 号窗口", kiosk.One(".paper-lines").TextContent);
        var ticket = Assert.Single(await scene.TicketsAsync());
        Assert.Equal(("A001", Entitlement.None), (ticket.Text, ticket.Entitlement));
        var personal = scene.Web.Get<PersonalData>();
        Assert.Equal((KioskScene.Citizen, KioskScene.Name), (personal.Open(ticket.IdentitySealed!.Value), personal.Open(ticket.NameSealed!.Value)));
    }

    [Fact]
    public async Task Start_TellsHowFullTheHallIs()
    {
        await using var scene = await KioskScene.OpenAsync(s => s.Windows[2].Close(TestHall.Start));
        await scene.Web.SeedAsync(scene.Sample.NewTicket(0, 1), scene.Sample.NewTicket(1, 1));

        var kiosk = await scene.KioskAsync();

        Assert.Equal(["2", "2"], kiosk.Page.QuerySelectorAll(".kiosk-figures b").Take(2).Select(b => b.TextContent));
        await kiosk.FollowAsync(".kiosk-act-primary");
        Assert.Equal(["A", "B", "C"], kiosk.Page.QuerySelectorAll("button[name=lane]").Select(b => b.GetAttribute("value")));
        Assert.Contains("窗口还没开", kiosk.One("button[value=C]").TextContent); // only window 3 serves it
    }

    [Theory]
    [InlineData("Aged", Entitlement.Aged)]
    [InlineData("Disabled", Entitlement.Disabled)]
    [InlineData("Pregnant", Entitlement.Pregnant)]
    [InlineData("Veteran", Entitlement.Veteran)]
    public async Task Priority_WhenAskedFor_IsOnTheTicket(string button, Entitlement entitlement)
    {
        await using var scene = await KioskScene.OpenAsync();
        var kiosk = await scene.AtPriorityAsync();

        await kiosk.PressAsync($"button[value={button}]");

        Assert.Equal(entitlement, Assert.Single(await scene.TicketsAsync()).Entitlement);
    }

    [Theory]
    [InlineData(KioskScene.WrongCheckDigit, KioskScene.Name, "最后一位")]
    [InlineData("123", KioskScene.Name, "证件号码不对")]
    [InlineData("", KioskScene.Name, "证件号码不对")]
    [InlineData(KioskScene.Citizen, "", "请填姓名")]
    [InlineData(KioskScene.WrongCheckDigit, "\u202E", "请填姓名")]
    public async Task Person_WithAFault_SaysItUnderTheFieldAndKeepsWhatWasTyped(string idNumber, string name, string says)
    {
        await using var scene = await KioskScene.OpenAsync();
        var kiosk = await scene.AtPersonAsync();

        await kiosk.PressAsync(".kiosk-btn-primary", ("idNumber", idNumber), ("name", name));

        Assert.Equal("/kiosk/sample/person", kiosk.Path);
        Assert.Contains(says, string.Concat(kiosk.Page.QuerySelectorAll(".kiosk-says.is-wrong").Select(e => e.TextContent)));
        Assert.Equal(idNumber, kiosk.One("#id-number").GetAttribute("value") ?? "");
        Assert.Equal(name, kiosk.One("#name").GetAttribute("value") ?? "");
        Assert.True(kiosk.Has("[aria-invalid=true][autofocus]"));
        Assert.Empty(await scene.TicketsAsync());
    }

    [Fact]
    public async Task Person_WithADocumentThatNobodyOffered_IsReadAsACitizen()
    {
        await using var scene = await KioskScene.OpenAsync();
        var kiosk = await scene.AtPersonAsync();

        await kiosk.PressAsync(".kiosk-btn-primary", ("idType", "99"), ("idNumber", "E12345678"), ("name", "Ana"));

        Assert.Equal(HttpStatusCode.OK, kiosk.Answer.StatusCode);
        Assert.True(kiosk.Has(".kiosk-says.is-wrong"));
    }

    [Theory]
    [InlineData("Passport", "E12345678")]
    [InlineData("HkMacao", "H12345678")]
    [InlineData("Taiwan", "12345678")]
    public async Task Person_WithAnotherDocument_IsTaken(string type, string idNumber)
    {
        await using var scene = await KioskScene.OpenAsync();
        var kiosk = await scene.AtPersonAsync();

        await kiosk.PressAsync(".kiosk-btn-primary", ("idType", type), ("idNumber", idNumber), ("name", "Ana Díaz"));
        await kiosk.PressAsync("button[value=None]");

        Assert.Equal(type, Assert.Single(await scene.TicketsAsync()).IdentityType.ToString());
    }

    [Fact]
    public async Task SecondTicket_OfTheSamePerson_SaysNumberAndPlaceAndNothingElse()
    {
        await using var scene = await KioskScene.OpenAsync();
        await scene.Web.SeedAsync(scene.Sample.NewTicket(0, 1), scene.Sample.NewTicket(0, 2));
        await scene.AtTicketAsync(); // A003
        var code = (await scene.TicketsAsync()).Single(t => t.Text == "A003").Code;

        var kiosk = await scene.AtPriorityAsync(name: "别人");
        await kiosk.PressAsync("button[value=None]");

        Assert.Equal("/kiosk/sample/held", kiosk.Path);
        Assert.Equal("A003", kiosk.One(".kiosk-number").TextContent);
        Assert.Contains("前面还有 2 人", kiosk.Text);
        Assert.DoesNotContain(code, kiosk.Sources[^1]);
        Assert.DoesNotContain("古丽", kiosk.Sources[^1]);
        Assert.Equal(3, (await scene.TicketsAsync()).Count);
    }

    [Fact]
    public async Task SecondTicket_ForAnotherLane_IsTaken()
    {
        await using var scene = await KioskScene.OpenAsync();
        var kiosk = await scene.AtTicketAsync();

        await kiosk.FollowAsync("a[href$='/again']");
        Assert.Equal("/kiosk/sample/lane", kiosk.Path);
        await kiosk.PressAsync("button[value=B]");
        Assert.Equal("", kiosk.One("#id-number").GetAttribute("value") ?? ""); // the identity is asked anew
        await kiosk.PressAsync(".kiosk-btn-primary", ("idNumber", KioskScene.Citizen), ("name", KioskScene.Name));
        await kiosk.PressAsync("button[value=None]");

        Assert.Equal(["A001", "B001"], (await scene.TicketsAsync()).Select(t => t.Text));
    }

    [Fact]
    public async Task DoublePress_GivesOneTicket()
    {
        await using var scene = await KioskScene.OpenAsync();
        var kiosk = await scene.AtPriorityAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
        {
            var (address, body) = kiosk.Form("button[value=None]");
            return kiosk.SendAsync(address, body);
        }));

        Assert.All(answers, a => Assert.Equal("/kiosk/sample/ticket", a.Headers.Location?.OriginalString.Replace("http://localhost", "")));
        Assert.Single(await scene.TicketsAsync());
        await kiosk.OpenAsync("/kiosk/sample/ticket");
        Assert.Equal("A001", kiosk.One(".paper-number").TextContent.Trim());
    }

    [Theory]
    [InlineData("lane")]
    [InlineData("person")]
    [InlineData("priority")]
    [InlineData("held")]
    public async Task Back_AfterTheTicket_ShowsTheTicketAndTakesNoOther(string step)
    {
        await using var scene = await KioskScene.OpenAsync();
        var kiosk = await scene.AtPriorityAsync();
        var sent = kiosk.Form("button[value=None]");
        await kiosk.PressAsync("button[value=None]");

        await kiosk.OpenAsync($"/kiosk/sample/{step}");

        Assert.Equal("A001", kiosk.One(".paper-number").TextContent.Trim());
        await kiosk.SendAsync(sent.Address, sent.Body); // the old form once more
        Assert.Single(await scene.TicketsAsync());
    }

    [Theory]
    [InlineData("person", "/kiosk/sample/lane")]
    [InlineData("priority", "/kiosk/sample/lane")]
    [InlineData("held", "/kiosk/sample")]
    [InlineData("ticket", "/kiosk/sample")]
    public async Task AStep_WithoutThoseBeforeIt_LeadsToTheFirstMissingOne(string step, string leadsTo)
    {
        await using var scene = await KioskScene.OpenAsync();
        var kiosk = await scene.KioskAsync();

        await kiosk.OpenAsync($"/kiosk/sample/{step}");

        Assert.Equal(leadsTo, kiosk.Path);
    }

    [Fact]
    public async Task ClosedHall_SaysWhenItOpensAndOffersNothing()
    {
        // Monday 10:00; opens on Tuesday at 9.
        await using var scene = await KioskScene.OpenAsync(s => s.Hall.SetOpeningHours(OpeningHours.Of([new(DayOfWeek.Tuesday, new TimeOnly(9, 0), 480)]).Value));
        var kiosk = await scene.KioskAsync();

        Assert.Contains("现在不取号", kiosk.Text);
        Assert.Contains("明天 09:00 开始取号", kiosk.Text);
        Assert.False(kiosk.Has(".kiosk-act-primary"));
        await kiosk.OpenAsync("/kiosk/sample/lane");
        Assert.Equal("/kiosk/sample", kiosk.Path);
    }

    [Fact]
    public async Task Hall_ThatClosesBeforeTheLastPress_GivesNoNumber()
    {
        await using var scene = await KioskScene.OpenAsync(s => s.Hall.SetOpeningHours(OpeningHours.Of([new(DayOfWeek.Monday, new TimeOnly(9, 0), 120)]).Value));
        var kiosk = await scene.AtPriorityAsync();
        scene.Web.Clock.Move(TimeSpan.FromHours(1));

        await kiosk.PressAsync("button[value=None]");

        Assert.Equal("/kiosk/sample", kiosk.Path);
        Assert.Contains("现在不取号", kiosk.Text);
        Assert.Empty(await scene.TicketsAsync());
    }

    [Fact]
    public async Task Lane_ThatClosesBeforeTheLastPress_AsksForAnotherAndKeepsTheIdentity()
    {
        await using var scene = await KioskScene.OpenAsync();
        var kiosk = await scene.AtPriorityAsync();
        await CloseLaneAsync(scene);

        await kiosk.PressAsync("button[value=None]");

        Assert.Equal("/kiosk/sample/lane", kiosk.Path);
        Assert.Contains("这个业务现在不取号", kiosk.One("[role=alert]").TextContent);
        Assert.Empty(await scene.TicketsAsync());
        await kiosk.PressAsync("button[value=B]");
        Assert.Equal(KioskScene.Citizen, kiosk.One("#id-number").GetAttribute("value"));
        await kiosk.PressAsync(".kiosk-btn-primary");
        await kiosk.PressAsync("button[value=None]");
        Assert.Equal("B001", kiosk.One(".paper-number").TextContent.Trim());
    }

    [Fact]
    public async Task Look_ChangedWhileTyping_KeepsWhatWasTyped()
    {
        await using var scene = await KioskScene.OpenAsync();
        var kiosk = await scene.AtPersonAsync();

        await kiosk.PressAsync("button[value=language]", ("idType", "Passport"), ("idNumber", "E1234"), ("name", "Ana"));
        await kiosk.PressAsync("button[value=large]");
        await kiosk.PressAsync("button[value=contrast]");

        Assert.Equal("Who are you?", kiosk.One("h1").TextContent);
        Assert.Equal("en", kiosk.Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("kiosk is-large is-contrast", kiosk.One("div.kiosk").ClassName);
        Assert.Equal(("E1234", "Ana"), (kiosk.One("#id-number").GetAttribute("value"), kiosk.One("#name").GetAttribute("value")));
        Assert.True(kiosk.Has("input[value=Passport][checked]"));
        Assert.False(kiosk.Has(".is-wrong")); // nothing was handed in yet
    }

    [Fact]
    public async Task End_ForgetsVisitorAndLook()
    {
        await using var scene = await KioskScene.OpenAsync();
        var kiosk = await scene.AtPersonAsync();
        await kiosk.PressAsync("button[value=language]", ("idNumber", KioskScene.Citizen), ("name", KioskScene.Name));

        await kiosk.FollowAsync("a[href$='/end']");

        Assert.Equal("/kiosk/sample", kiosk.Path);
        Assert.Equal("您好，今天办什么？", kiosk.One("h1").TextContent);
        Assert.Equal("/kiosk/sample/lane", (await kiosk.OpenAsync("/kiosk/sample/person")).Path);
    }

    [Fact]
    public async Task Start_ForgetsTheVisitorBefore()
    {
        await using var scene = await KioskScene.OpenAsync();
        var kiosk = await scene.AtTicketAsync();

        await kiosk.OpenAsync("/kiosk/sample");

        Assert.Equal("/kiosk/sample", (await kiosk.OpenAsync("/kiosk/sample/ticket")).Path);
    }

    [Fact]
    public async Task Form_WithoutItsToken_IsRefused()
    {
        await using var scene = await KioskScene.OpenAsync();
        var kiosk = await scene.AtPriorityAsync();

        var forged = await kiosk.SendAsync("/kiosk/sample/priority", new FormUrlEncodedContent([new("_handler", "priority"), new("entitlement", "None")]));

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Empty(await scene.TicketsAsync());
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("Booking")]
    [InlineData("99")]
    public async Task Entitlement_ThatNobodyOffered_GivesNoPriorityTicket(string value)
    {
        await using var scene = await KioskScene.OpenAsync();
        var kiosk = await scene.AtPriorityAsync();
        var (address, body) = kiosk.Form("button[value=None]");
        var sent = (await body.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace("entitlement=None", $"entitlement={value}");

        var answer = await kiosk.SendAsync(address, new StringContent(sent, null, "application/x-www-form-urlencoded"));

        Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}");
        Assert.DoesNotContain(await scene.TicketsAsync(), t => t.Class != PriorityClass.Ordinary);
    }

    [Fact]
    public async Task Code_OnTheTicket_NeedsAPublicAddress()
    {
        await using (var without = await KioskScene.OpenAsync())
        {
            Assert.False((await without.AtTicketAsync()).Has(".kiosk-paper svg"));
        }

        await using var with = await KioskScene.OpenAsync(settings: new() { ["PublicUrl"] = "https://hall.example.cn" });
        Assert.True((await with.AtTicketAsync()).Has(".kiosk-paper svg"));
    }

    private static async Task CloseLaneAsync(KioskScene scene)
    {
        var order = new WorkOrder("Close", Permission.ActAsSystem, scene.Sample.Hall.Id, Streams.Platform);
        var closed = await scene.Web.Get<HallWork>().RunAsync(
            order, Actor.System("test"), async (work, token) => (await work.Db.Set<Lane>().FindAsync([scene.Sample.Lanes[0].Id], token))!.Close(), CancellationToken.None);
        closed.ShouldPass();
    }
}

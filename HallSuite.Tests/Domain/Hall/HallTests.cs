using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Domain.Hall;

public class HallTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 28, 9, 0, 0, TimeSpan.Zero);

    private static ServiceHall NewHall(string code = "baoan", ServiceHall? parent = null) =>
        ServiceHall.Create(new HallId(Guid.CreateVersion7(Now)), code, "宝安", parent, "Asia/Shanghai", OpeningHours.AlwaysOpen, codeTaken: false, zoneIsKnown: true).ShouldPass();

    private static ServiceWindow NewWindow() =>
        ServiceWindow.Create(new WindowId(Guid.CreateVersion7(Now)), NewHall(), 3, "三号", 1, WindowKind.General, numberTaken: false).ShouldPass();

    private static ServiceWindow WindowIn(WindowState state)
    {
        var window = NewWindow();
        if (state is WindowState.Open or WindowState.Paused)
            window.Open(null, Now).ShouldPass();
        if (state is WindowState.Paused)
            window.Pause(PauseReason.Meeting, "10 分钟", Now).ShouldPass();
        return window;
    }

    public static TheoryData<WindowState, WindowAct> EveryPair()
    {
        var pairs = new TheoryData<WindowState, WindowAct>();
        foreach (var state in Enum.GetValues<WindowState>())
        {
            foreach (var act in Enum.GetValues<WindowAct>())
                pairs.Add(state, act);
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void WindowAct_InEveryState_IsDoneOrRefused(WindowState state, WindowAct act)
    {
        var window = WindowIn(state);
        var result = act switch
        {
            WindowAct.Open => window.Open(null, Now),
            WindowAct.Pause => window.Pause(PauseReason.Break, null, Now),
            WindowAct.Resume => window.Resume(Now),
            WindowAct.Close => window.Close(Now),
            WindowAct.Call => window.CheckOpen(),
            WindowAct.Renumber => window.Renumber(4, numberTaken: false),
            WindowAct.Remove => window.CheckRemovable(hadTickets: false, devices: 0),
        };
        WindowState? becomes = (state, act) switch
        {
            (WindowState.Closed or WindowState.Paused, WindowAct.Open) => WindowState.Open,
            (WindowState.Open, WindowAct.Pause) => WindowState.Paused,
            (WindowState.Paused, WindowAct.Resume) => WindowState.Open,
            (WindowState.Open or WindowState.Paused, WindowAct.Close) => WindowState.Closed,
            (WindowState.Open, WindowAct.Call) => WindowState.Open,
            (WindowState.Closed, WindowAct.Renumber or WindowAct.Remove) => WindowState.Closed,
            _ => null,
        };
        if (becomes is { } after)
        {
            result.ShouldPass();
            Assert.Equal(after, window.State);
            return;
        }

        Assert.Equal([state, act], result.ShouldBeRefused("window.wrong-state").Arguments);
        Assert.Equal(state, window.State);
    }

    [Fact]
    public void Open_AfterAPause_KeepsTheClerkAndForgetsTheReason()
    {
        var clerk = new StaffId(Guid.CreateVersion7(Now));
        var window = NewWindow();
        window.Open(clerk, Now).ShouldPass();
        window.Pause(PauseReason.Other, "取件", Now).ShouldPass();
        window.Open(null, Now.AddMinutes(5)).ShouldPass();
        Assert.Equal((clerk, null, null, Now.AddMinutes(5)), (window.Clerk, window.PauseReason, window.PauseNote, window.StateSince));
        window.Close(Now).ShouldPass();
        Assert.Null(window.Clerk);
    }

    [Fact]
    public void SetLanes_WhenALaneComesTwiceOrARankIsWrong_IsRefused()
    {
        var (a, b) = (new LaneId(Guid.CreateVersion7(Now)), new LaneId(Guid.CreateVersion7(Now)));
        var window = NewWindow();
        window.SetLanes([new(a, 1), new(a, 2)]).ShouldBeRefused("window.lane-twice");
        window.SetLanes([new(a, 0)]).ShouldBeRefused("window.rank-invalid");
        window.SetLanes([new(a, 2), new(b, 1)]).ShouldPass();
        Assert.Equal([b, a], window.Lanes.Select(l => l.Lane));
        Assert.True(window.Serves(a));
    }

    [Fact]
    public void Window_WhenNumberOrFloorIsWrong_IsRefused()
    {
        var window = NewWindow();
        window.Renumber(0, false).ShouldBeRefused("window.number-invalid");
        window.Renumber(4, numberTaken: true).ShouldBeRefused("window.number-taken");
        window.Move(NewHall(), 9).ShouldBeRefused("floor.unknown");
        window.Rename(" ").ShouldBeRefused("window.name-invalid");
    }

    [Fact]
    public void Hall_BelowAnother_LiesInIt()
    {
        var root = NewHall();
        var child = NewHall("xixiang", root);
        Assert.Equal("/baoan/xixiang/", child.Path);
        Assert.True(child.LiesIn(root));
        Assert.False(root.LiesIn(child));
        Assert.False(NewHall("baoan2").LiesIn(root));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("Baoan")]
    [InlineData("bao an")]
    [InlineData("宝安")]
    [InlineData("a/b")]
    public void Create_WhenTheCodeIsWrong_IsRefused(string code) =>
        ServiceHall.Create(default, code, "宝安", null, "Asia/Shanghai", OpeningHours.Never, false, true).ShouldBeRefused("hall.code-invalid");

    [Fact]
    public void Create_WhenCodeIsTakenOrZoneUnknown_IsRefused()
    {
        ServiceHall.Create(default, "baoan", "宝安", null, "Asia/Shanghai", OpeningHours.Never, true, true).ShouldBeRefused("hall.code-taken");
        ServiceHall.Create(default, "baoan", "宝安", null, "Asia/Nowhere", OpeningHours.Never, false, false).ShouldBeRefused("hall.time-zone-unknown");
        ServiceHall.Create(default, "baoan", "", null, "Asia/Shanghai", OpeningHours.Never, false, true).ShouldBeRefused("hall.name-invalid");
    }

    [Fact]
    public void Floors_AddedRenamedRemoved_AreOrderedAndGuarded()
    {
        var hall = NewHall();
        hall.AddFloor(-1, "B1").ShouldPass();
        hall.AddFloor(2, "二楼").ShouldPass();
        hall.AddFloor(2, "二楼").ShouldBeRefused("floor.number-taken");
        hall.AddFloor(200, "二百楼").ShouldBeRefused("floor.number-invalid");
        hall.AddFloor(3, " ").ShouldBeRefused("floor.name-invalid");
        hall.RenameFloor(1, "大堂").ShouldPass();
        hall.RenameFloor(7, "七楼").ShouldBeRefused("floor.unknown");
        hall.RemoveFloor(2, windowsStandThere: true).ShouldBeRefused("floor.in-use");
        hall.RemoveFloor(2, windowsStandThere: false).ShouldPass();
        Assert.Equal([new Floor(-1, "B1"), new Floor(1, "大堂")], hall.Floors);
    }

    [Fact]
    public void Hall_TakenOutOfUseTwice_IsRefused()
    {
        var hall = NewHall();
        hall.Reactivate().ShouldBeRefused("hall.wrong-state");
        hall.Deactivate(windowsOpen: 0).ShouldPass();
        hall.Deactivate(windowsOpen: 0).ShouldBeRefused("hall.wrong-state");
        hall.Reactivate().ShouldPass();
    }

    [Fact]
    public void Deactivate_WhileWindowsAreOpen_IsRefusedAndCountsThem()
    {
        var hall = NewHall();
        Assert.Equal([2], hall.Deactivate(windowsOpen: 2).ShouldBeRefused("hall.windows-open").Arguments);
        Assert.True(hall.Active);
    }

    [Fact]
    public void Texts_WhenTooLongOrMoreThanOneLine_AreRefusedByTheirName()
    {
        var hall = NewHall();
        hall.SetAnnouncement(new string('国', ServiceHall.AnnouncementLength + 1)).ShouldBeRefused("hall.announcement-invalid");
        hall.SetContact("0755\n1", null).ShouldBeRefused("hall.hotline-invalid");
        hall.SetContact("0755-1", new string('路', ServiceHall.AddressLength + 1)).ShouldBeRefused("hall.address-invalid");
        Assert.Equal(("", "", null), (hall.Announcement, hall.Hotline, hall.Address));
    }

    [Fact]
    public void RemoveWindow_WithAHistoryOrDevices_IsRefused()
    {
        var window = NewWindow();
        window.CheckRemovable(hadTickets: true, devices: 0).ShouldBeRefused("window.in-use");
        Assert.Equal([3, 2], window.CheckRemovable(hadTickets: false, devices: 2).ShouldBeRefused("window.has-devices").Arguments);
    }

    [Fact]
    public void SetPolicy_WhenANumberMakesNoSense_NamesIt()
    {
        var hall = NewHall();
        hall.SetPolicy(QueuePolicy.Default with { RejoinPlaces = 5 }).ShouldPass();
        var error = hall.SetPolicy(QueuePolicy.Default with { AgeingMinutes = 0 }).ShouldBeRefused("queue-policy.out-of-range");
        Assert.Equal("AgeingMinutes", error.Arguments[0]);
        Assert.Equal(5, hall.Policy.RejoinPlaces);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("ABC")]
    [InlineData("Ａ")]
    public void Lane_WhenThePrefixIsWrong_IsRefused(string prefix) =>
        Lane.Create(default, default, prefix, "社保", "Social security", 1, 8, false).ShouldBeRefused("lane.prefix-invalid");

    [Fact]
    public void Lane_InItsLife_IsGuarded()
    {
        var lane = Lane.Create(default, default, "A", "社保", "Social security", 1, 8, false).ShouldPass();
        lane.ChangePrefix("B", prefixTaken: false, numbersAreOut: true).ShouldBeRefused("lane.in-use");
        lane.ChangePrefix("B", prefixTaken: true, numbersAreOut: false).ShouldBeRefused("lane.prefix-taken");
        lane.ChangePrefix("B", prefixTaken: false, numbersAreOut: false).ShouldPass();
        lane.SetTypicalMinutes(0).ShouldBeRefused("lane.minutes-invalid");
        lane.Reopen().ShouldBeRefused("lane.wrong-state");
        lane.Close().ShouldPass();
        lane.Close().ShouldBeRefused("lane.wrong-state");
        lane.Rename("", "").ShouldBeRefused("lane.name-invalid");
        lane.Rename("社保", "").ShouldBeRefused("lane.name-en-invalid");
    }

    [Fact]
    public void Device_Revoked_StaysSo()
    {
        var device = Device.Register(default, default, DeviceKind.Kiosk, "取号机", "hash", null, Now).ShouldPass();
        device.Revoke(Now).ShouldPass();
        device.Revoke(Now.AddDays(1)).ShouldBeRefused("device.already-revoked");
        Assert.Equal(Now, device.RevokedAt);
        device.ReplaceKey("other").ShouldBeRefused("device.already-revoked");
        Assert.Equal("hash", device.KeyHash);
    }

    [Fact]
    public void Device_WithANewKey_HasForgottenTheOldOne()
    {
        var device = Device.Register(default, default, DeviceKind.Caller, "呼叫器", "hash", 3, Now).ShouldPass();
        device.ReplaceKey("other").ShouldPass();
        Assert.Equal("other", device.KeyHash);
    }

    [Fact]
    public void DevicePermissions_OfEachKind_AreNoMoreThanItNeeds()
    {
        Assert.Equal([Permission.TakeTicket, Permission.ViewQueue], DevicePermissions.Of(DeviceKind.Kiosk));
        Assert.DoesNotContain(Permission.TakeTicket, DevicePermissions.Of(DeviceKind.Caller));
        Assert.Equal([Permission.ViewQueue], DevicePermissions.Of(DeviceKind.Screen));
        Assert.Equal([Permission.GiveRating], DevicePermissions.Of(DeviceKind.Evaluator));
        Assert.All(new[] { DeviceKind.Camera, DeviceKind.Meter }, k => Assert.Empty(DevicePermissions.Of(k)));
    }
}

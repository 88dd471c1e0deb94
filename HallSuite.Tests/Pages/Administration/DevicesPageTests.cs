using Bunit;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Tests.TestKit;
using HallSuite.Web;
using HallSuite.Web.Features.Hall;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Pages.Administration;

public sealed class DevicesPageTests
{
    private static CancellationToken Cancel => SampleStaff.Cancel;

    [Fact]
    public async Task ARegisteredKiosk_ShowsItsKeyAndItsAddressOnce()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = hall.Open<DevicesPage>(HallUrls.AdminDevicesOf("sample", device: HallUrls.New));

        await page.TypeAsync("#device-name", "一楼东门取号机");
        await page.SendAsync();

        page.WaitForAssertion(() => page.Find("#device-key"));
        var key = page.ValueOf("#device-key")!;
        Assert.Equal(DeviceKind.Kiosk, (await hall.Node.Get<DeviceKeys>().FindAsync(key, Cancel))!.Kind);
        Assert.Equal($"{PageHall.PublicAddress}/kiosk/sample?key={key}", page.ValueOf("#door-DoorKiosk"));
        Assert.Contains("只在这里显示一次", page.Markup);
        hall.Address.NavigateTo(HallUrls.AdminDevicesOf("sample"));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("#device-key")));
        Assert.DoesNotContain(key, page.Markup);
        Assert.Equal("一楼东门取号机", page.Find("tbody a").TextContent);
    }

    [Theory]
    [InlineData(DeviceKind.Screen, "", "/screen/sample/queue?key=", "/screen/sample?key=")]
    [InlineData(DeviceKind.Screen, "2", "/screen/sample/window/2?key=")]
    [InlineData(DeviceKind.Evaluator, "2", "/evaluator/sample/window/2?key=")]
    [InlineData(DeviceKind.Evaluator, "", "/evaluator/sample/window/1?key=")]
    [InlineData(DeviceKind.Caller, "3")]
    public async Task ARegisteredDevice_ShowsTheAddressesOfItsKind(DeviceKind kind, string window, params string[] addresses)
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = hall.Open<DevicesPage>(HallUrls.AdminDevicesOf("sample", device: HallUrls.New));
        await page.ChooseAsync("#device-kind", kind.ToString());
        await page.ChooseAsync("#device-window", window);
        await page.TypeAsync("#device-name", "设备");

        await page.SendAsync();

        page.WaitForAssertion(() => page.Find("#device-key"));
        var key = page.ValueOf("#device-key");
        Assert.Equal(addresses.Select(a => PageHall.PublicAddress + a + key), page.FindAll("input[id^=door-]").Select(i => i.GetAttribute("value")!));
        Assert.Equal(addresses.Length == 0 ? [$"X-Device-Key: {key}"] : [], page.FindAll("#device-header").Select(i => i.GetAttribute("value")!));
    }

    [Fact]
    public async Task ADevice_WithoutAName_IsRefusedThere_AndKeepsWhatWasChosen()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = hall.Open<DevicesPage>(HallUrls.AdminDevicesOf("sample", device: HallUrls.New));
        await page.ChooseAsync("#device-kind", "Caller");
        await page.ChooseAsync("#device-window", "2");

        await page.SendAsync();

        page.WaitForAssertion(() => Assert.Equal("请填设备名称，最多 50 字。", page.Find("#device-name-error").TextContent));
        Assert.Equal(("Caller", "2"), (page.ValueOf("#device-kind"), page.ValueOf("#device-window")));
        Assert.False(await hall.Node.ReadAsync(db => db.Set<Device>().AnyAsync(Cancel)));
    }

    [Fact]
    public async Task Revoking_RepeatsTheName_AndTakesItOutOfTheList()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var made = await RegisterAsync(hall, "旧取号机");
        var page = hall.Open<DevicesPage>(HallUrls.AdminDevicesOf("sample", device: made.Device.ToString()));

        await page.PressAsync("停用设备");
        Assert.Equal("停用 旧取号机？", page.Find("[role=alertdialog] h2").TextContent);
        await page.ClickAsync("[role=alertdialog] .btn-danger-solid");

        page.WaitForAssertion(() => Assert.Contains("已停用", page.Find(".detail .chip").TextContent));
        Assert.Null(await hall.Node.Get<DeviceKeys>().FindAsync(made.Key, Cancel));
        hall.Address.NavigateTo(HallUrls.AdminDevicesOf("sample"));
        page.WaitForAssertion(() => Assert.Contains("没有符合条件的设备", page.Markup));
        await page.ChooseAsync("input[type=checkbox]", true);
        page.WaitForAssertion(() => Assert.Equal("旧取号机", page.Find("tbody a").TextContent));
    }

    [Fact]
    public async Task ANewKey_IsAskedForByName_AndShownOnce()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var made = await RegisterAsync(hall, "取号机");
        var page = hall.Open<DevicesPage>(HallUrls.AdminDevicesOf("sample", device: made.Device.ToString()));
        Assert.Empty(page.FindAll("#device-key"));

        await page.PressAsync("换新密钥");
        Assert.Equal("给 取号机 换新密钥？", page.Find("[role=alertdialog] h2").TextContent);
        await page.ClickAsync("[role=alertdialog] .btn-danger-solid");

        page.WaitForAssertion(() => page.Find("#device-key"));
        var key = page.ValueOf("#device-key")!;
        Assert.NotEqual(made.Key, key);
        Assert.NotNull(await hall.Node.Get<DeviceKeys>().FindAsync(key, Cancel));
        Assert.Null(await hall.Node.Get<DeviceKeys>().FindAsync(made.Key, Cancel));
    }

    [Fact]
    public async Task TheList_FollowsWhatOthersRegister()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = hall.Open<DevicesPage>(HallUrls.AdminDevices);
        Assert.Contains("还没有设备", page.Markup);

        await RegisterAsync(hall, "新取号机");

        page.WaitForAssertion(() => Assert.Equal("新取号机", page.Find("tbody a").TextContent));
        Assert.Contains("1 台可用，0 台已停用", page.Markup);
    }

    private static async Task<DeviceKey> RegisterAsync(PageHall hall, string name) =>
        (await hall.Node.Get<RegisterDevice>().ExecuteAsync(new(hall.Sample.Hall.Id, DeviceKind.Kiosk, name, null), hall.Me, Cancel)).ShouldPass();
}

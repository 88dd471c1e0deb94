using System.Security.Cryptography;
using System.Text;
using HallSuite.Domain.Applicants;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Infrastructure.Platform.Settings;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Operations.Platform;

/// <summary>Personal data is worth nothing without the master key, and everything with it.</summary>
public sealed class KeyTests
{
    private const string Name = "欧阳震华";
    private const string IdNumber = "11010519491231002X";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ACopiedDatabase_WithoutTheMasterKey_GivesNothingAway(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var ticket = await TakeAsync(hall);

        var content = await ContentAsync(hall);

        Assert.Contains(ticket.Number[1..], content.Text, StringComparison.Ordinal);
        foreach (var secret in new[] { Name, IdNumber, IdNumber[..17], Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(IdNumber))) })
        {
            Assert.DoesNotContain(secret, content.Text, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(-1, content.Bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(secret)));
        }

        await using var thief = TestHall.On(hall.Database, new() { ["Privacy:MasterKeyFile"] = await OtherKeyAsync(hall) });
        var identity = await thief.ReadAsync(db => db.Set<Ticket>().AsNoTracking().Select(t => t.IdentitySealed).SingleAsync(Cancel));
        Assert.NotNull(identity);
        Assert.ThrowsAny<CryptographicException>(() => thief.Get<PersonalData>().Open(identity.Value));
        Assert.ThrowsAny<CryptographicException>(() => thief.Get<PersonalData>().Lookup("identity", IdNumber));
        Assert.Equal(IdNumber, hall.Get<PersonalData>().Open(identity.Value));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheLookupKey_IsTheSameOnEveryNodeAndAfterARestart(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var hashes = new List<LookupHash>();
        for (var node = 0; node < 3; node++)
        {
            await using var hall = TestHall.On(database);
            hashes.Add(hall.Get<PersonalData>().Lookup("identity", IdNumber));
            Assert.NotEqual(hashes[0], hall.Get<PersonalData>().Lookup("phone", IdNumber));
            Assert.NotEqual(hashes[0], hall.Get<PersonalData>().Lookup("identity", IdNumber + " "));
        }

        Assert.Single(hashes.Distinct());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task NodesThatMakeTheLookupKeyAtOnce_AgreeOnOne(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var halls = Enumerable.Range(0, 6).Select(_ => TestHall.On(database)).ToList();

        var hashes = await Task.WhenAll(halls.Select(h => Task.Run(() => h.Get<PersonalData>().Lookup("identity", IdNumber))));

        Assert.Single(hashes.Distinct());
        foreach (var hall in halls)
        {
            await hall.DisposeAsync();
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatOneNodeSealed_AnotherOpens(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var one = TestHall.On(database);
        await using var two = TestHall.On(database);

        var text = one.Get<PersonalData>().Seal(Name);

        Assert.Equal(Name, two.Get<PersonalData>().Open(text));
        Assert.NotEqual(text, one.Get<PersonalData>().Seal(Name));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AStart_UnderAnotherMasterKey_IsAClearFault(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        hall.Get<PersonalData>().Seal("makes a key of the ring and none for look-ups");
        await hall.Services.PrepareHallAsync(Cancel);
        await using var other = TestHall.On(hall.Database, new() { ["Privacy:MasterKeyFile"] = await OtherKeyAsync(hall) });

        var fault = await Assert.ThrowsAsync<StartFaultException>(() => other.Services.PrepareHallAsync(Cancel));

        Assert.Contains("Privacy:MasterKeyFile", Assert.Single(fault.Lines), StringComparison.Ordinal);
    }

    private static async Task<TakenTicket> TakeAsync(TestHall hall)
    {
        var sample = new SampleHall(TestHall.Start);
        await hall.SeedAsync(sample.Entities);
        return (await hall.Get<TakeTicket>().ExecuteAsync(
            new(sample.Hall.Id, "A", Name, IdNumber, IdentityType.Citizen, null, Entitlement.None), Actor.System("test"), Cancel)).ShouldPass();
    }

    private static async Task<string> OtherKeyAsync(TestHall hall)
    {
        var file = Path.Combine(hall.Database.Folder, "other.key");
        await File.WriteAllTextAsync(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), Cancel);
        return file;
    }

    /// <summary>Everything a thief of the database has: SQLite's files, PostgreSQL's rows as text.</summary>
    private static async Task<(string Text, byte[] Bytes)> ContentAsync(TestHall hall)
    {
        if (hall.Database.Provider == DatabaseProvider.Sqlite)
        {
            var files = Directory.GetFiles(hall.Database.Folder, "hall.db*").Where(f => new FileInfo(f).Length > 0).Select(f =>
            {
                using var copy = new FileStream(f, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var memory = new MemoryStream();
                copy.CopyTo(memory);
                return memory.ToArray();
            }).SelectMany(b => b).ToArray();
            return (Encoding.UTF8.GetString(files), files);
        }

        var tables = await hall.ReadAsync(db => db.Database.SqlQueryRaw<string>("SELECT tablename AS \"Value\" FROM pg_tables WHERE schemaname = 'public'").ToListAsync(Cancel));
        var text = new StringBuilder();
        foreach (var table in tables)
        {
            var sql = $"SELECT t::text AS \"Value\" FROM \"{table}\" t";
            text.AppendJoin('\n', await hall.ReadAsync(db => db.Database.SqlQueryRaw<string>(sql).ToListAsync(Cancel)));
        }

        return (text.ToString(), Encoding.UTF8.GetBytes(text.ToString()));
    }
}

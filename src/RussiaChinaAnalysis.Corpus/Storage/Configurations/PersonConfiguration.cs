using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Storage.Configurations;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People");
        builder.Property(person => person.DisplayName).HasMaxLength(Person.LongestName);
        Forget(builder.Metadata, nameof(Person.Email), nameof(Person.NormalizedEmail), nameof(Person.EmailConfirmed));
        Forget(builder.Metadata, nameof(Person.PhoneNumber), nameof(Person.PhoneNumberConfirmed), nameof(Person.TwoFactorEnabled));
    }

    /// <summary>Nothing here writes mail or calls; what is not needed is not kept.</summary>
    private static void Forget(IMutableEntityType person, params IEnumerable<string> names)
    {
        // Not through the builder, which would warn that Identity had wished otherwise.
        foreach (var property in names.Select(person.FindProperty).OfType<IMutableProperty>().ToList())
        {
            foreach (var index in property.GetContainingIndexes().ToList())
                person.RemoveIndex(index);
            person.RemoveProperty(property);
            person.AddIgnored(property.Name);
        }
    }
}

/// <summary>Accounts elsewhere that a person signs in with.</summary>
internal sealed class PersonLoginConfiguration : IEntityTypeConfiguration<IdentityUserLogin<int>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<int>> builder) => builder.ToTable("PersonLogins");
}

internal sealed class PersonClaimConfiguration : IEntityTypeConfiguration<IdentityUserClaim<int>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<int>> builder) => builder.ToTable("PersonClaims");
}

internal sealed class PersonTokenConfiguration : IEntityTypeConfiguration<IdentityUserToken<int>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<int>> builder) => builder.ToTable("PersonTokens");
}

internal sealed class ApiTokenConfiguration : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.HasIndex(token => token.Hash).IsUnique();
        builder.Property(token => token.Name).HasMaxLength(Person.LongestName);
        builder.HasOne(token => token.Person).WithMany().HasForeignKey(token => token.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.HasIndex(invitation => invitation.Hash).IsUnique();
        builder.HasOne(invitation => invitation.CreatedBy).WithMany().HasForeignKey(invitation => invitation.CreatedById).OnDelete(DeleteBehavior.SetNull);
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Web.Text;

/// <summary>
/// What people and programs write takes the form that essays have, <see cref="TextNormaliser"/>, before anything else sees
/// it: some characters can't be stored in every database or exported as XML, and the same word can be typed in two ways.
/// </summary>
internal static class WrittenText
{
    /// <summary>For pages: fields of forms, and values of addresses.</summary>
    public static void AddWrittenText(this IServiceCollection services) =>
        services.Configure<MvcOptions>(mvc => mvc.ModelBinderProviders.Insert(0, new Provider()));

    /// <summary>For JSON that is sent.</summary>
    public static JsonConverter<string> Converter { get; } = new JsonText();

    private sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
            context.Metadata.ModelType == typeof(string) && !IsAsWritten(context.Metadata)
                ? new Binder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
                : null;

        private static bool IsAsWritten(ModelMetadata metadata) =>
            metadata is DefaultModelMetadata { Attributes.Attributes: var attributes } && attributes.OfType<AsWrittenAttribute>().Any();
    }

    private sealed class Binder(IModelBinder plain) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await plain.BindModelAsync(bindingContext);
            if (bindingContext.Result is not { IsModelSet: true, Model: string written })
                return;
            var text = TextNormaliser.Normalise(written);
            // What turns out to be blank is nothing, as an empty field is.
            bindingContext.Result = ModelBindingResult.Success(
                string.IsNullOrWhiteSpace(text) && bindingContext.ModelMetadata.ConvertEmptyStringToNull ? null : text);
        }
    }

    private sealed class JsonText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String || reader.TokenType == JsonTokenType.Null
                ? reader.GetString() is { } written ? TextNormaliser.Normalise(written) : null
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}

/// <summary>Kept to the letter: a password, and a text that is stored as a file.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class AsWrittenAttribute : Attribute;

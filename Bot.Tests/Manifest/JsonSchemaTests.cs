using System.Text;
using System.Text.Json;
using PolicyBot.Manifest.Schema;

namespace PolicyBot.Tests.Manifest;

/// <summary>What draft 7 says of each keyword that Microsoft's schema uses.</summary>
public sealed class JsonSchemaTests
{
    [Theory]
    [InlineData("""{"type":"integer"}""", "3", null)]
    [InlineData("""{"type":"integer"}""", "3.0", null)]
    [InlineData("""{"type":"integer"}""", "3.5", " is 3.5. Write a number.")]
    [InlineData("""{"type":["string","null"]}""", "true", " is true. Write a text in quotation marks or null.")]
    [InlineData("""{"type":"boolean"}""", "[]", " is a list in square brackets. Write true or false.")]
    [InlineData("""{"const":"1.30"}""", "\"1.29\"", " is \"1.29\". Write \"1.30\".")]
    [InlineData("""{"enum":["a",null]}""", "null", null)]
    [InlineData("""{"enum":["a",null]}""", "\"b\"", " is \"b\". Write \"a\" or null.")]
    [InlineData("""{"maxLength":2}""", "\"👍👍\"", null)]
    [InlineData("""{"maxLength":2}""", "\"abc\"", " is 3 characters long. Shorten it to 2.")]
    [InlineData("""{"minLength":2}""", "\"a\"", " is 1 characters long. Write 2 or more.")]
    [InlineData("""{"pattern":"^a$"}""", "\"a\\n\"", " is 'a\n'. Write it in the form ^a$.")]
    [InlineData("""{"pattern":"b"}""", "\"abc\"", null)]
    [InlineData("""{"maximum":2.5}""", "3", " is 3. Write 2.5 or less.")]
    [InlineData("""{"minimum":2}""", "1", " is 1. Write 2 or more.")]
    [InlineData("""{"maximum":2}""", "\"text\"", null)]
    [InlineData("""{"maxItems":1}""", "[1,2]", " has 2 entries. Keep 1 at most.")]
    [InlineData("""{"minItems":1}""", "[]", " has 0 entries. Write 1 or more.")]
    [InlineData("""{"uniqueItems":true}""", """[{"a":1,"b":2},{"b":2,"a":1}]""", " has the same entry twice. Take one out.")]
    [InlineData("""{"uniqueItems":false}""", "[1,1]", null)]
    [InlineData("""{"minProperties":1}""", "{}", " is empty. Write 1 or more properties.")]
    [InlineData("""{"items":{"type":"string"}}""", "[\"a\",1]", "[1] is 1. Write a text in quotation marks.")]
    [InlineData("""{"required":["a"]}""", "{}", "a is missing. Put it in.")]
    [InlineData("""{"properties":{"a":{"properties":{"b":{"const":1}}}}}""", """{"a":{"b":2}}""", "a.b is 2. Write 1.")]
    [InlineData("""{"properties":{"a":{}},"additionalProperties":false}""", """{"a":1,"b":2}""", "b is nothing that Teams knows. Take it out, or correct its name.")]
    [InlineData("""{"patternProperties":{"^x":{"type":"string"}},"additionalProperties":false}""", """{"x1":"a"}""", null)]
    [InlineData("""{"patternProperties":{"^x":{"type":"string"}}}""", """{"x1":1}""", "x1 is 1. Write a text in quotation marks.")]
    [InlineData("""{"additionalProperties":{"type":"string"}}""", """{"a":1}""", "a is 1. Write a text in quotation marks.")]
    [InlineData("""{"dependencies":{"a":{"required":["b"]}}}""", """{"a":1}""", "b is missing. Put it in.")]
    [InlineData("""{"dependencies":{"a":{"required":["b"]}}}""", """{"c":1}""", null)]
    [InlineData("""{"if":{"properties":{"a":{"const":1}}},"then":{"required":["b"]}}""", """{"a":1}""", "b is missing. Put it in.")]
    [InlineData("""{"if":{"properties":{"a":{"const":1}}},"then":{"required":["b"]},"else":{"required":["c"]}}""", """{"a":2}""", "c is missing. Put it in.")]
    [InlineData("""{"anyOf":[{"required":["a"]},{"required":["b"]}]}""", "{}", " fits none of the forms that Teams knows. Compare it with Microsoft's page on the manifest.")]
    [InlineData("""{"oneOf":[{"required":["a"]},{"required":["b"]}]}""", """{"a":1,"b":1}""", " has to be of exactly one of the forms that Teams knows. Compare it with Microsoft's page on the manifest.")]
    [InlineData("""{"not":{"required":["a"]}}""", """{"a":1}""", " is of a form that may not be. Compare it with Microsoft's page on the manifest.")]
    [InlineData("""{"allOf":[{"maxLength":1},{"minLength":1}]}""", "\"\"", " is 0 characters long. Write 1 or more.")]
    [InlineData("""{"definitions":{"d":{"type":"string"}},"items":{"$ref":"#/definitions/d"}}""", "[1]", "[0] is 1. Write a text in quotation marks.")]
    [InlineData("""{"properties":{"a":false}}""", """{"a":1}""", "a may not be there. Take it out.")]
    public void A_keyword_is_held_to(string schema, string value, string? fault) =>
        Assert.Equal(fault is null ? [] : [fault], new JsonSchema(Encoding.UTF8.GetBytes(schema)).Faults(JsonElement.Parse(value)));

    [Theory]
    [InlineData("""{"properties":{"a":{"contains":{}}}}""", "The schema asks for 'contains' in #/properties, which the check does not know.")]
    [InlineData("""{"items":[{}]}""", "The schema asks for 'a list of schemas' in #/items, which the check does not know.")]
    public void A_keyword_that_is_not_known_is_not_passed_over(string schema, string said) =>
        Assert.Equal(said, Assert.Throws<InvalidDataException>(() => new JsonSchema(Encoding.UTF8.GetBytes(schema))).Message);
}

namespace PolicyBot.Language.Names;

/// <summary>The words around a name that say so, as they are typed: without apostrophes, in small letters.</summary>
internal static class Cues
{
    public static IEnumerable<(Sense Sense, string Words)> All { get; } =
    [
        (Sense.Title, "mr mrs ms mx"),
        (Sense.MaybeTitle, "miss dr doctor prof professor rev reverend"),
        (Sense.NameWord, "name names"),
        (Sense.Being, "is its im was be"),
        (Sense.Relation, """
            mum mums mam mams mom moms mother mothers mummy mammy dad dads daddy father fathers nan nans nanny gran grans granny grandma grandmother
            grandad grandads granddad grandfather grandpa grandparents parents parent carer carers auntie aunty aunt uncle sister sisters brother
            brothers bro sis stepdad stepmum stepmother stepfather stepsister stepbrother cousin cousins family husband wife partner boyfriend
            girlfriend fella missus ex son daughter kids twin guardian childminder birthday bday
            """),
        (Sense.Role, """
            girl boy child kid lad lady man woman parent mum dad nan colleague friend mate sister brother daughter son niece nephew cousin auntie
            aunty aunt uncle grandson granddaughter cook cleaner manager leader teacher head deputy ta caretaker neighbour boyfriend husband wife
            partner ex baby toddler bestie pupil student mother father grandma grandad stepdad stepmum supervisor playworker volunteer
            """),
        (Sense.Acts, """
            said says told tells asked asks wants wanted keeps kept texted messaged rang rings posted sent sends added took takes came hit hits bit
            pushed fell cried lives works thinks shared shares tagged followed follows wrote emailed replied invited accepted blocked unfriended
            showed knows knew phoned dmed commented reckons swore punched kicked hurt brought snapped uploaded filmed joined left
            """),
        (Sense.Addresses, "tell told ask asked asking telling text texted texting message messaged messaging ring rang phone phoned email emailed dm dmed inform contact"),
        (Sense.Called, "called named"),
        (Sense.Thing, "app apps game games page pages group groups site website platform thing things club account channel film book song band program programme show it them something place"),
        (Sense.Determiner, "the a an my our your his her their this that these those some any each every last next no one another which whose what"),
        (Sense.Small, """
            the a an and or of to in on at for from by with is are was were be been am as if but so not no do does did has have had can could will would
            should may might must i you he she it we they me him us them my your his her its our their this that these those there here then than
            who what when where why how which all any some more most much many other another too very just only also up down out off over under again
            yes no ok please thanks pm am into about after before because while who's whos im its hers where's cos
            """),
        (Sense.Doing, "will wills may mark marks hope hopes chase drew rob sue pat grant rose trace spike skip pierce wade"),
        (Sense.Modal, "will may"),
        (Sense.Calendar, "april may june august jan summer autumn winter sunday easter noel eve christian christmas jesus ramadan mubarak"),
        (Sense.Town, "paris london chelsea jersey sydney india kenya china israel jordan victoria kent devon preston kingston chester lincoln bristol lourdes virginia georgia vienna troy roma"),
        (Sense.Place, "year yr y1 y2 y3 y4 y5 y6 yr1 yr2 yr3 yr4 yr5 yr6 year1 year2 year3 year4 year5 year6 reception nursery preschool class ks1 ks2 kitchen office breakfast club afterschool work school room"),
        (Sense.Named, "class primary infants infant juniors junior academy church cathedral college hospital school road street avenue"),
        (Sense.Saint, "st saint sts"),
        (Sense.Particle, "van de der den la le da das dos di del della al el bin ibn bint abu ap o mac mc"),
        (Sense.Greeting, "hi hello hey hiya dear thanks thankyou cheers morning afternoon evening ta thx sorry"),
        (Sense.Pronoun, "i we you they he she it u ill youll theyll shell hell dont wont cant didnt doesnt not to so really gonna would might well never always"),
        (Sense.Link, "and n or plus"),
        (Sense.Where, "in from at on near to via off"),
        (Sense.At, "in at on near via off into around"),
        (Sense.Both, "were are both have"),
        (Sense.Crowd, "kids children boys girls mins minutes min minute hours hour weeks week days day years months miles mile metres people staff parents mums dads times photos pictures posts pics different little big new old staffs adults teachers families pounds quid year"),
    ];
}

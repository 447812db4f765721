package org.afterfusion.readability;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;
import static java.util.regex.Pattern.UNICODE_CHARACTER_CLASS;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What no text for people may say: it must not claim to know what someone has, comfort without knowing, or speak Latin.
 *
 * <p>Asking is not claiming: "Do you have a headache?" and "Call if you have a fever" are fine, "You have a clot" is not. Nor
 * is a red flag that something "can mean" a comfort or a claim.
 */
final class ForbiddenWords {

    /** A reason why a sentence may not stand. */
    enum Kind {
        CLAIM,
        FALSE_COMFORT,
        JARGON
    }

    private record Ban(Kind kind, Pattern pattern) {}

    /** A word that turns what follows into a condition or into a clause about something else. */
    private static final String ENGLISH_CONDITION =
            "(?<!\\b(?:if|when|whenever|whether|unless|until|once|while|after|before|that|which|what|who|how|any)\\b[^.?!]{0,120})";

    private static final String SPANISH_CONDITION =
            "(?<!\\b(?:si|cuando|mientras|hasta|antes|después|que|quien|quienes|aunque|como|cómo)\\b[^.?!]{0,120})";

    private static final String ENGLISH_ILLNESS =
            "(?:abscess|arthritis|bleed|bleeding|blockage|break|cancer|clots?|compression|damage|disease|fracture|infection"
                    + "|injury|leak|sepsis|syndrome|tumor|(?:loose|broken|misplaced) (?:screw|rod)"
                    + "|(?:pinched|trapped|squeezed|damaged|irritated|pressed) nerves?)";

    private static final String SPANISH_ILLNESS =
            "(?:absceso|artritis|bloqueo|cáncer|coágulos?|compresión|daño|enfermedad|fractura|fuga|hemorragia|infección|lesión"
                    + "|sangrado|sepsis|síndrome|tumor|(?:tornillo|barra) (?:floj|rot)[oa]"
                    + "|nervios? (?:apretad|dañad|irritad|presionad|atrapad)os?)";

    private static final List<Ban> ENGLISH = List.of(
            claim("(?<!not a )\\bdiagnos\\w*"),
            claim(ENGLISH_CONDITION + "\\byou(?:'ve got| have(?: got)?) (?:[\\w'-]+ ){0,4}" + ENGLISH_ILLNESS
                    + "\\b(?!.*\\?)"),
            claim("\\byou(?:'re| are)? (?:suffer|suffering|diagnosed|developing)\\b[^?]*$"),
            claim("\\b(?:your (?:pain|problem|symptoms?)|it|this) (?:is|are) (?:caused by|due to|the result of)\\b"),
            claim("\\b(?:this|it) (?:is|must be) (?:an? |your |the )(?:[\\w'-]+ ){0,3}" + ENGLISH_ILLNESS
                    + "\\b(?!.*\\?)"),
            claim("\\b(?:this|it) (?:proves|confirms|rules out)\\b"),
            claim("\\b(?:definitely|certainly|for sure|without doubt|guaranteed?)\\b"),
            comfort(
                    "\\b(?:do not|don't|no need to|never|not to|nothing to|stop) (?:worry(?:ing)?|panic|fear|be afraid)\\b"),
            comfort("\\bnothing (?:serious|dangerous|bad|is wrong)\\b|\\bnot (?:serious|dangerous)\\b"),
            comfort("\\bno (?:cause|reason|need) (?:for|to) (?:be )?(?:concern|alarm|worr)\\w*|\\bno danger\\b"),
            comfort("\\b(?:harmless|benign|rest assured|reassur\\w*|relax and)\\b"),
            comfort("(?<!\\b(?:if|when) )\\b(?:it|this|that)(?: is|'s) (?:only|just|merely|simply|nothing)\\b"),
            comfort("\\b(?:probably|likely|surely) (?:fine|nothing|normal|ok|okay|safe|well)\\b"),
            comfort("\\bsafe to ignore\\b|\\b(?:can|may) (?:safely )?(?:be ignored|ignore)\\b"),
            comfort("\\b(?:perfectly|completely|totally|entirely|quite) (?:safe|normal|fine|healthy)\\b"),
            comfort("\\byou(?:'re| are|'ll be| will be) (?:fine|safe|ok|okay|well|all right|healthy)\\b"),
            comfort(
                    "\\bwill (?:go away|pass|heal|be fine|get better|settle|disappear)\\b|\\balways (?:goes away|heals|settles)\\b"),
            jargon(
                    "acute (?:limb|compartment|motor)|anterior|arthrodesis|asymptomatic|benign|bilateral|cauda equina|chronic"
                            + "|claudication|comorbidit\\w+|contralateral|contraindicat\\w+|distal|dysesthesia|edema|embolism|erythema"
                            + "|etiology|hematoma|hypoesthesia|hypotension|idiopathic|ipsilateral|isch[ae]*mi\\w+|lateral|lesion|malignant"
                            + "|medial|motor deficit|neurogenic|neuropathy|paresis|paresthesia|pathology|perioperative|posterior"
                            + "|postoperative|prognosis|prophyla\\w+|proximal|radiculopathy|radicular|sequelae|stenosis|symptomatic"
                            + "|thrombosis|unilateral|via|versus|vs|i\\.e|e\\.g|etc|per se|in situ|prn"));

    private static final List<Ban> SPANISH = List.of(
            claim("(?<!no un )\\bdiagn[oó]s\\w*"),
            claim(SPANISH_CONDITION + "\\b(?:tiene|padece|sufre)(?: usted| de)? (?:[\\w-]+ ){0,4}" + SPANISH_ILLNESS
                    + "\\b(?!.*\\?)"),
            claim(
                    "\\b(?:su (?:dolor|problema)|sus síntomas|esto) (?:se debe|se deben|es causado|está causado) (?:a|por)\\b"),
            claim("\\besto es (?:una? |su |el |la )(?:[\\w-]+ ){0,3}" + SPANISH_ILLNESS + "\\b(?!.*\\?)"),
            claim("\\besto (?:confirma|prueba|descarta)\\b"),
            claim("\\b(?:sin duda|con seguridad es|definitivamente|seguramente|garantiza\\w*)\\b"),
            comfort("\\bno (?:se|te) (?:preocupe|alarme|asuste)s?\\b"),
            comfort("\\bno hay (?:de qué|por qué|nada de qué|motivo para|razón para|que) (?:preocupar|alarmar)\\w*"),
            comfort(
                    "\\bnada (?:grave|serio|malo|peligroso)\\b|\\bno (?:es|son) (?:nada )?(?:graves?|serios?|peligros[oa]s?)\\b"),
            comfort("\\b(?:inofensiv\\w+|benign\\w+|tranquil[oa]s?|no hay peligro|sin peligro|no pasa nada)\\b"),
            comfort("\\b(?:esto|eso)? ?(?:es|son) (?:solo|sólo|solamente|simplemente)\\b"),
            comfort("\\bprobablemente (?:no (?:es|sea)|está bien|es normal|nada)\\b"),
            comfort("\\b(?:puede|pueden) ignorar\\w*|\\bignore (?:esto|eso|el|la|los|las)\\b"),
            comfort("\\b(?:completamente|totalmente|perfectamente) (?:normal|segur[oa]|san[oa]|bien)\\b"),
            comfort(
                    "\\busted está (?:bien|san[oa])\\b|\\b(?:está|estará) (?:a salvo|fuera de peligro)\\b|\\bestará bien\\b"),
            comfort("\\b(?:se le|se) (?:pasará|quitará|curará|irá)\\b|\\bsiempre (?:sana|se cura|se pasa)\\b"),
            jargon(
                    "artrodesis|asintomátic\\w+|bilateral|cauda equina|claudicación|comorbilidad\\w*|contralateral|crónic\\w+"
                            + "|distal|disestesia|edema|embolia|eritema|etiología|hematoma|hipoestesia|hipotensión|idiopátic\\w+|ipsilateral"
                            + "|isquemi\\w+|lateral|lesión medular|malign\\w+|medial|neurogénic\\w+|neuropatía|paresia|parestesia|patología"
                            + "|perioperatori\\w+|posterior|posoperatori\\w+|postoperatori\\w+|pronóstico|profilaxis|proximal|radiculopatía"
                            + "|radicular|secuelas|estenosis|sintomátic\\w+|trombosis|unilateral|vesical|versus|vs|p\\. ?ej|etc"));

    private static final Map<String, List<Ban>> BANS = Map.of("en", ENGLISH, "es", SPANISH);

    private ForbiddenWords() {}

    /**
     * Something forbidden.
     *
     * @param words as they stand in the sentence
     */
    record Hit(Kind kind, String words) {}

    /** Returns what a sentence may not say; empty when it is fine. */
    static List<Hit> in(String language, String sentence) {
        var plain = sentence.replace('’', '\'').strip();
        return BANS.get(language).stream()
                .flatMap(ban -> ban.pattern().matcher(plain).results().map(found -> new Hit(ban.kind(), found.group())))
                .toList();
    }

    private static Ban claim(String pattern) {
        return new Ban(Kind.CLAIM, insensitive(pattern));
    }

    private static Ban comfort(String pattern) {
        return new Ban(Kind.FALSE_COMFORT, insensitive(pattern));
    }

    private static Ban jargon(String words) {
        return new Ban(Kind.JARGON, insensitive("(?<![\\w-])(?:" + words + ")(?![\\w-])"));
    }

    private static Pattern insensitive(String pattern) {
        return Pattern.compile(pattern, CASE_INSENSITIVE | UNICODE_CASE | UNICODE_CHARACTER_CLASS);
    }
}

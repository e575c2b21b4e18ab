package org.titiktutur.language;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/** Chemical formulas, powers, and units that stand without a number. */
final class Formulas {

  private static final Set<String> ELEMENTS =
      Set.of(
          ("H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As"
                  + " Se Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd"
                  + " Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr"
                  + " Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr")
              .split(" "));

  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private final Rules rules;

  Formulas(Rules rules) {
    this.rules = rules;
  }

  /** "NaCl", "CaCO3", "Ca(OH)2": letters by their names, numbers as numbers. */
  Rule chemical() {
    return new Rule(
        "(?<!-)(?:\\p{Lu}\\p{Ll}?\\d{0,3}|\\((?:\\p{Lu}\\p{Ll}?\\d{0,3}){1,5}\\)\\d{0,3}){2,12}(?![\\p{L}\\p{N}'])",
        this::sayChemical);
  }

  private boolean sayChemical(Matcher found, Saying saying) {
    String formula = found.group();
    boolean small = false;
    boolean digit = false;
    for (int i = 0; i < formula.length(); i++) {
      char c = formula.charAt(i);
      if (Character.isUpperCase(c)) {
        boolean two = i + 1 < formula.length() && Character.isLowerCase(formula.charAt(i + 1));
        if (!ELEMENTS.contains(formula.substring(i, i + (two ? 2 : 1)))) {
          return false;
        }
        small |= two;
      }
      digit |= Character.isDigit(c);
    }
    if (!small || (!digit && formula.indexOf('(') >= 0)) {
      return false;
    }
    for (int i = 0; i < formula.length(); i++) {
      char c = formula.charAt(i);
      int at = found.start() + i;
      if (Character.isLetter(c)) {
        rules.spell(formula.substring(i, i + 1), at, saying);
      } else if (Character.isDigit(c)) {
        int end = i;
        while (end < formula.length() && Character.isDigit(formula.charAt(end))) {
          end++;
        }
        saying.words(rules.numbers.cardinal(formula.substring(i, end)), at, found.start() + end);
        i = end - 1;
      }
    }
    return true;
  }

  /** "km²" and "kg/m³" without a number. */
  Rule unit() {
    return new Rule(
        "(\\p{L}{1,4})(?:/(\\p{L}{1,5}))?([²³])?(?![\\p{L}\\p{N}/])",
        (found, saying) -> {
          Map<String, String> units = rules.lexicon.section("units");
          String above = found.group(1);
          String below = found.group(2);
          boolean known =
              units.containsKey(above)
                  && (below == null
                      ? found.group(3) != null
                      : above.length() > 1 && rules.isUnitBelow(below));
          if (!known) {
            return false;
          }
          saying.words(rules.unit(above, below, found.group(3), false), found.start(), found.end());
          return true;
        });
  }

  static boolean isSuperscript(char c) {
    return c == '⁻' || SUPERSCRIPTS.indexOf(c) >= 0;
  }

  /** "10²", "x³", "(a + b)²", "10⁻⁶"; after a word it is a sign that calls a note, and not said. */
  int readPower(String text, int at, Saying saying) {
    int end = at;
    StringBuilder digits = new StringBuilder();
    while (end < text.length() && isSuperscript(text.charAt(end))) {
      int digit = SUPERSCRIPTS.indexOf(text.charAt(end));
      if (digit >= 0) {
        digits.append((char) ('0' + digit));
      } else if (end > at) {
        break;
      }
      end++;
    }
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    boolean letter =
        Character.isLetter(before) && (at < 3 || !Character.isLetter(text.charAt(at - 3)));
    if (digits.isEmpty() || !(letter || before == ')' || Character.isDigit(before))) {
      return Math.max(end, at + 1);
    }
    boolean minus = text.charAt(at) == '⁻';
    String said;
    if (!minus && digits.toString().equals("2")) {
      said = rules.phrases.get("squared");
    } else if (!minus && digits.toString().equals("3")) {
      said = rules.phrases.get("cubed");
    } else {
      said =
          rules.phrases.get("power")
              + (minus ? " " + rules.phrases.get("minus") : "")
              + " "
              + rules.numbers.cardinal(digits.toString());
    }
    saying.blank(at, at).words(said, at, end);
    return end;
  }
}

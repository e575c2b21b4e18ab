package org.titiktutur.language;

import java.util.regex.Pattern;

/** What tells loans from Europe from native words in Indonesian spelling. */
final class Foreign {

  private static final Pattern SIGNS =
      Pattern.compile(
          "^(?:[bfgkp]l|[bdfgkpt]r|s[fklmnptw]|ps|eks|elektr|aero|ant[ei]|hidr|neo|tele|uni|trans)"
              + "|[fvxz]|[eiou]o|ea|[iu]um|[iu]al|[iu]as|i[aeu]$|eu|ie|sk|st[aeiou]|st$|ks|kt|pt|"
              + "(?:[^aeiou]asi|[^aeiou]isi|[nkrlp]si|[aoiu]si|[ei]sis|itas|tas|[aiou]l|i[ks]|ika|isme|olog|"
              + "ologi|graf|grafi|[aeio]r|or|em|en|ens|ent|ensi|et|us|um|at|[aeiou]n[ds]|tif|if|"
              + "oid|osa|ose|ase|ina|in|on|ida|ide|ode|is|metri|meter|nom|nomi|eri|emi|edi)$");

  private Foreign() {}

  static boolean looks(String word) {
    return SIGNS.matcher(word).find();
  }
}

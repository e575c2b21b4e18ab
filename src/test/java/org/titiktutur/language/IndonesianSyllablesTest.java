package org.titiktutur.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndonesianSyllablesTest {

  private static String divided(String word) {
    StringBuilder divided = new StringBuilder(word);
    List<Integer> breaks = IndonesianSyllables.breaks(word);
    for (int i = breaks.size() - 1; i >= 0; i--) {
      divided.insert((int) breaks.get(i), "-");
    }
    return divided.toString();
  }

  /** As Ejaan yang Disempurnakan divides them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "si-a-pa",
        "sau-da-ra",
        "pan-dai",
        "sur-vei",
        "de-ngan",
        "ke-nyang",
        "mu-ta-khir",
        "Ju-mat",
        "man-di",
        "makh-luk",
        "cap-lok",
        "ap-ril",
        "bang-sa",
        "swas-ta",
        "ul-tra",
        "in-fra",
        "in-stru-men",
        "ben-trok",
        "bang-krut",
        "ikh-las",
        "eks-por",
        "trans-mig-ra-si",
        "ber-su-ka",
        "me-nu-lis",
        "me-nya-pu",
        "ru-mah-nya",
        "ke-se-jah-te-ra-an",
        "Ja-kar-ta"
      })
  void wordsAreDividedBetweenSyllables(String expected) {
    assertThat(divided(expected.replace("-", ""))).isEqualTo(expected);
  }

  /** beri-kan or ber-ikan, makan-an, meng-ukur or me-ngarang: only the root would tell. */
  @ParameterizedTest
  @ValueSource(strings = {"berikan", "ma-kanan", "mengu-kur", "menga-rang", "terang"})
  void aWordIsNotDividedWhereTheBorderOfAnAffixIsUnsure(String expected) {
    assertThat(divided(expected.replace("-", ""))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "itu", "ada", "aku", "TVRI", "BAPAK", "school", "through", "xenon", "é"})
  void noSingleLetterIsLeftAndForeignWordsAndAcronymsStayWhole(String word) {
    assertThat(divided(word)).isEqualTo(word);
  }
}

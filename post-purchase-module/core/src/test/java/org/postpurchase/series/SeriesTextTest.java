package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.SeriesWorld;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SeriesTextTest {

  @Test
  void what_is_frozen_comes_back_as_it_was() {
    Step odd =
        new Step.Builder("odd-1")
            .at(9, "a=b\\n\nc")
            .window(LocalTime.of(9, 0), LocalTime.of(20, 30))
            .off(true)
            .build();
    SeriesDefinition series = SeriesWorld.series(odd, FirstPurchase.reminder());
    List<SeriesVersion.Wording> wordings =
        List.of(
            new SeriesVersion.Wording("how-to", "en", 3),
            new SeriesVersion.Wording("how-to", "de-AT", 4));

    String text = SeriesText.write(series, wordings);

    assertThat(SeriesText.definition(text)).usingRecursiveComparison().isEqualTo(series);
    assertThat(SeriesText.wordings(text))
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(wordings);
    assertThat(SeriesText.write(SeriesText.definition(text), SeriesText.wordings(text)))
        .isEqualTo(text);
  }

  @Test
  void a_text_that_lacks_something_says_what() {
    assertThatThrownBy(() -> SeriesText.definition("series.name=x"))
        .hasMessageContaining("series.exits");
  }
}

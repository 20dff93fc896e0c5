package org.postpurchase.broadleaf.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.shared.PostPurchaseException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BatchSettingsTest {
  @ParameterizedTest
  @ValueSource(ints = {0, -1, 501, Integer.MAX_VALUE})
  void what_cannot_be_stops_the_start_with_its_name_and_what_is_allowed(int batch) {
    BatchSettings settings = new BatchSettings();
    settings.setSteps(batch);

    assertThatThrownBy(settings::steps)
        .isInstanceOf(PostPurchaseException.class)
        .hasMessage(
            "The property postpurchase.batch.steps is %d, but must be from 1 to 500.", batch);
    assertThat(settings.events()).as("the others are not touched").isEqualTo(100);
  }

  @Test
  void one_and_five_hundred_are_taken() {
    BatchSettings settings = new BatchSettings();
    settings.setEvents(1);
    settings.setMails(500);

    assertThat(settings.events()).isEqualTo(1);
    assertThat(settings.mails()).isEqualTo(500);
  }
}

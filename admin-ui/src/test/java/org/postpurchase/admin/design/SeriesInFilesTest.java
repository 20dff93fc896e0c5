package org.postpurchase.admin.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.admin.transfer.EveryField;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.broadleaf.entity.SeriesImpl;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.postpurchase.broadleaf.entity.SeriesStepImpl;
import org.postpurchase.portable.PortableNode;
import org.postpurchase.portable.PortableText;
import org.postpurchase.portable.yaml.YamlModule;

/** Whatever a series has, a file has, but for what only one shop knows. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SeriesInFilesTest {
  private static final Set<String> OF_THIS_SHOP =
      Set.of("Id", "PresetKey", "Status", "ActiveSince", "LiveVersion", "Edition");
  private static final Set<String> BESIDES =
      Set.of("Id", "Series", "Position", "RewardOffer", "StepKind");

  @Test
  void every_field_of_a_series_and_its_steps_comes_through() throws Exception {
    long seed = Long.getLong("pp.seed", 20261130L);
    Random random = new Random(seed);
    for (int i = 0; i < 50; i++) {
      Series row = EveryField.filled(Series.class, new SeriesImpl(), OF_THIS_SHOP, random);
      SeriesStep step = EveryField.filled(SeriesStep.class, new SeriesStepImpl(), BESIDES, random);
      step.setStepKind("MESSAGE");

      String text = PortableText.write(SeriesContent.of("key", row, List.of(step)));
      PortableNode read = YamlModule.reader().read(text);
      Series copy = new SeriesImpl();
      SeriesContent.onto(copy, read);
      SeriesStep copied = new SeriesStepImpl();
      SeriesContent.onto(copied, read.field("steps").items.get(0), Optional.empty(), 1);

      assertThat(EveryField.of(Series.class, copy, OF_THIS_SHOP))
          .as("seed %d", seed)
          .isEqualTo(EveryField.of(Series.class, row, OF_THIS_SHOP));
      assertThat(EveryField.of(SeriesStep.class, copied, BESIDES))
          .as("seed %d", seed)
          .isEqualTo(EveryField.of(SeriesStep.class, step, BESIDES));
      assertThat(PortableText.write(SeriesContent.of("key", copy, List.of(copied))))
          .isEqualTo(text);
    }
  }

  @Test
  void a_branch_stays_one() {
    SeriesStep branch = new SeriesStepImpl();
    branch.setStepKind("BRANCH");
    branch.setStepKey("which");
    branch.setTemplateKey("none");

    PortableNode read = SeriesContent.of("key", new SeriesImpl(), List.of(branch));
    SeriesStep copied = new SeriesStepImpl();
    SeriesContent.onto(copied, read.field("steps").items.get(0), Optional.empty(), 1);

    assertThat(copied.getStepKind()).isEqualTo("BRANCH");
    assertThat(copied.getTemplateKey()).isEqualTo("none");
  }
}

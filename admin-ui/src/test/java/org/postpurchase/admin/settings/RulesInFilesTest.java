package org.postpurchase.admin.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.admin.transfer.EveryField;
import org.postpurchase.broadleaf.entity.EarningRule;
import org.postpurchase.broadleaf.entity.EarningRuleImpl;
import org.postpurchase.portable.PortableNode;
import org.postpurchase.portable.PortableText;
import org.postpurchase.portable.yaml.YamlModule;

/** Whatever an earning rule has, a file has, but for what only one shop knows. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RulesInFilesTest {
  private static final Set<String> OF_THIS_SHOP = Set.of("Id", "Active", "PresetKey", "Edition");

  @Test
  void every_field_comes_through_and_tiers_by_their_names() throws Exception {
    Random random = new Random(7);
    EarningRule row =
        EveryField.filled(EarningRule.class, new EarningRuleImpl(), OF_THIS_SHOP, random);
    row.setTierIds("3,12");
    row.setSettings("note=two\\nlines\npercent=200");
    Map<String, String> here = Map.of("3", "Silver", "12", "Gold, the best");
    Map<String, String> there = Map.of("70", "Silver", "71", "Gold, the best");

    String text = PortableText.write(RuleShelf.content("double", row, here));
    PortableNode read = YamlModule.reader().read(text);
    EarningRule copy = new EarningRuleImpl();
    RuleShelf.onto(copy, read, there);

    assertThat(copy.getTierIds()).isEqualTo("70,71");
    copy.setTierIds("3,12");
    assertThat(EveryField.of(EarningRule.class, copy, OF_THIS_SHOP))
        .isEqualTo(EveryField.of(EarningRule.class, row, OF_THIS_SHOP));
    assertThat(PortableText.write(RuleShelf.content("double", copy, here))).isEqualTo(text);
  }

  @Test
  void a_tier_that_is_gone_keeps_its_number() {
    EarningRule row = new EarningRuleImpl();
    row.setTierIds("99");

    PortableNode content = RuleShelf.content("rule", row, Map.of());
    RuleShelf.onto(row, content, Map.of());

    assertThat(content.field("tiers").items.get(0).text).isEqualTo("#99");
    assertThat(row.getTierIds()).isEqualTo("99");
  }
}

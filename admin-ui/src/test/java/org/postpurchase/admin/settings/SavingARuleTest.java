package org.postpurchase.admin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import java.util.List;
import java.util.Map;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.dto.PersistencePackage;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.broadleafcommerce.openadmin.server.service.ValidationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.settings.RowNames.Kind;
import org.postpurchase.admin.testkit.Audit;
import org.postpurchase.admin.testkit.Directly;
import org.postpurchase.admin.testkit.HostForms;
import org.postpurchase.admin.testkit.NamedShelf;
import org.postpurchase.admin.testkit.Verifier;
import org.postpurchase.broadleaf.entity.EarningRule;
import org.postpurchase.broadleaf.entity.EarningRuleImpl;
import org.postpurchase.loyalty.EarningRuleTypes;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SavingARuleTest {
  private final Audit audit = new Audit();
  private final Verifier verifier = new Verifier();
  private final EarningRule row = rule();
  private HostForms host;
  private final NamedShelf shelf =
      new NamedShelf()
          .with(Kind.PRODUCT, 101, "Harbour Espresso")
          .with(Kind.PRODUCT, 102, "Filter, No. 4")
          .with(Kind.PRODUCT, 103, "Mug")
          .with(Kind.PRODUCT, 104, "mug")
          .with(Kind.CATEGORY, 2001, "Coffee")
          .with(Kind.TIER, 2, "Gold");
  private final SaveRule save =
      new SaveRule(
          new AdminAccess(verifier, audit, new Directly()), audit, shelf.reader(), types());

  @BeforeEach
  void host() throws Exception {
    host = new HostForms("name", "active", "type", "settings", "edition", "productIds");
    host.storing(EarningRuleImpl.class, row);
    for (EntityOperationType operation : EntityOperationType.values()) {
      verifier.granting(EarningRule.class, operation);
    }
  }

  @Test
  void each_save_is_a_new_version_and_a_form_sets_neither_that_nor_the_origin() throws Exception {
    save.update(post("edition", "7", "presetKey", "mine", "active", "true"), host.dao, host.helper);

    assertThat(row.getEdition()).isEqualTo(8);
    assertThat(row.getPresetKey()).isEqualTo("spend");
    assertThat(row.getActive()).isTrue();
  }

  @Test
  void a_stale_form_is_refused() {
    assertThatThrownBy(() -> save.update(post("edition", "6"), host.dao, host.helper))
        .hasMessage("PostPurchase_Problem_Stale");
    host.losing();
    assertThatThrownBy(() -> save.update(post("edition", "7"), host.dao, host.helper))
        .hasMessage("PostPurchase_Problem_Stale");
    assertThatThrownBy(() -> save.remove(post("id", "5"), host.dao, host.helper))
        .hasMessage("PostPurchase_Problem_Stale");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name | '' | Missing",
        "period | WEEK | Choice",
        "activeFrom | tomorrow | Moment",
        "activeFrom | 2026-02-30 09:00 | Moment",
        "activeUntil | 2026-02-03 | Moment",
        "perOrder | 0 | Limit",
        "perCustomer | -1 | Limit",
        "perCustomer | x | Number",
        "priority | '' | ZeroOrMore"
      })
  void what_cannot_be_is_refused_at_its_field(String field, String typed, String problem) {
    assertThat(refusal(field, typed))
        .containsExactlyEntriesOf(Map.of(field, List.of("PostPurchase_Problem_" + problem)));
  }

  @Test
  void it_ends_after_it_begins() {
    assertThat(refusal("activeFrom", "2026-03-01 10:00", "activeUntil", "2026-03-01 10:00"))
        .containsOnlyKeys("activeUntil");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SPEND | rates | '' | nothing is typed",
        "SPEND | rates | EUR=one | “EUR=one” cannot be read",
        "SPEND | rates | XAU=1 | “XAU=1” cannot be read",
        "FIRST_ORDER | points | 0 | 0 is not possible. Type a number from 1 to 100,000,000",
        "FIRST_ORDER | points | '' | nothing is typed",
        "FIRST_ORDER | points | ten | “ten” is not a number",
        "MULTIPLY | percent | 100 | 100 is not possible. Type a number from 101 to 10,000",
        "MULTIPLY | percent | 10001 | 10001 is not possible",
        "MULTIPLY | percent | 1.5 | “1.5” is not a number",
        "EVENT | eventCode | B2 | “B2” is not a code"
      })
  void each_kind_needs_what_it_gives_and_says_what_to_type(
      String type, String field, String typed, String problem) {
    String name = setting(type, field);
    assertThat(refusal("type", type, setting("EVENT", "points"), "5", name, typed))
        .hasEntrySatisfying(name, told -> assertThat(told.get(0)).contains(problem))
        .hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void what_is_typed_for_another_kind_is_neither_checked_nor_kept() throws Exception {
    String mine = setting("FIRST_ORDER", "points");
    save.update(
        post("edition", "7", "type", "FIRST_ORDER", mine, " +20 ", setting("SPEND", "rates"), "?"),
        host.dao,
        host.helper);

    assertThat(row.getSettings()).isEqualTo("points=+20");
  }

  @Test
  void a_form_without_the_settings_leaves_them_alone_and_a_new_kind_needs_its_own()
      throws Exception {
    save.update(post("edition", "7", "active", "true"), host.dao, host.helper);
    assertThat(row.getSettings()).isEqualTo("rates=EUR=1");

    assertThat(refusal("type", "MULTIPLY")).containsOnlyKeys(setting("MULTIPLY", "percent"));
  }

  @Test
  void an_event_needs_points_and_a_code() {
    assertThat(refusal("type", "EVENT"))
        .containsOnlyKeys(setting("EVENT", "points"), setting("EVENT", "eventCode"));
  }

  @Test
  void codes_may_be_typed_small() throws Exception {
    String code = setting("EVENT", "eventCode");
    save.update(
        post("type", "EVENT", setting("EVENT", "points"), "5", code, " birthday "),
        host.dao,
        host.helper);

    assertThat(row.getSettings()).isEqualTo("eventCode=BIRTHDAY\npoints=5");
  }

  @Test
  void a_kind_that_is_gone_can_be_switched_off_and_is_refused_by_name_otherwise() throws Exception {
    assertThat(refusal("type", "GIFT").get("type").get(0))
        .contains("“GIFT”", "install the module", "Spending");

    row.setType("GIFT");
    row.setSettings("size=5");
    assertThat(refusal("type", "GIFT", "active", "true")).containsOnlyKeys("type");
    row.setType("GIFT");
    row.setEdition(7);
    save.update(post("edition", "7", "active", "false"), host.dao, host.helper);
    assertThat(row.getSettings()).isEqualTo("size=5");
  }

  @Test
  void a_new_rule_begins_with_version_one_and_no_origin() throws Exception {
    save.add(
        post(
            "name",
            "New",
            setting("SPEND", "rates"),
            "EUR=2",
            "edition",
            "9",
            "presetKey",
            "spend"),
        host.dao,
        host.helper);

    ArgumentCaptor<EarningRule> added = ArgumentCaptor.forClass(EarningRule.class);
    verify(host.dao).persist(added.capture());
    assertThat(added.getValue().getEdition()).isEqualTo(1);
    assertThat(added.getValue().getPresetKey()).isNull();
    assertThat(added.getValue().getActive()).isFalse();
    assertThat(audit.rows).singleElement().asString().startsWith("DONE clara | add EarningRule");
  }

  @Test
  void a_rule_can_be_removed_and_that_is_on_record() throws Exception {
    save.remove(post("id", "5"), host.dao, host.helper);

    assertThat(host.removed).containsExactly(row);
    assertThat(audit.rows)
        .containsExactly(
            "DONE clara | remove EarningRule | EarningRule 5 | was Points for every purchase");
  }

  @Test
  void without_permission_nothing_is_read_and_the_attempt_is_on_record() {
    SaveRule other =
        new SaveRule(
            new AdminAccess(new Verifier(), audit, new Directly()), audit, shelf.reader(), types());

    assertThatThrownBy(() -> other.update(post("active", "true"), host.dao, host.helper))
        .isInstanceOf(SecurityServiceException.class);
    assertThatThrownBy(() -> other.add(post("name", "x"), host.dao, host.helper))
        .isInstanceOf(SecurityServiceException.class);
    assertThatThrownBy(() -> other.remove(post("id", "5"), host.dao, host.helper))
        .isInstanceOf(SecurityServiceException.class);

    verifyNoInteractions(host.dao);
    assertThat(audit.rows).hasSize(3).allMatch(r -> r.startsWith("REFUSED clara"));
  }

  private static String setting(String type, String field) {
    return "rule_" + type + "_" + field;
  }

  private static RuleTypeWords types() {
    ReloadableResourceBundleMessageSource messages = new ReloadableResourceBundleMessageSource();
    messages.setBasename("classpath:messages/PostPurchaseAdminMessages");
    messages.setFallbackToSystemLocale(false);
    return new RuleTypeWords(EarningRuleTypes.shipped(), messages);
  }

  private Map<String, List<String>> refusal(String... values) {
    row.setEdition(7);
    ValidationException refusal =
        catchThrowableOfType(
            ValidationException.class, () -> save.update(post(values), host.dao, host.helper));
    return refusal.getEntity().getPropertyValidationErrors();
  }

  private static PersistencePackage post(String... values) {
    return HostForms.post(EarningRule.class, EarningRuleImpl.class, values);
  }

  private static EarningRule rule() {
    EarningRule row = new EarningRuleImpl();
    row.setId(5L);
    row.setName("Points for every purchase");
    row.setActive(false);
    row.setType("SPEND");
    row.setPresetKey("spend");
    row.setSettings("rates=EUR=1");
    row.setPeriod("EVER");
    row.setPriority(100);
    row.setEdition(7);
    return row;
  }

  @Test
  void names_become_numbers_and_numbers_stay_in_the_order_they_were_typed() throws Exception {
    save.update(
        post(
            "edition",
            "7",
            "productIds",
            "harbour espresso, 103\n102",
            "categoryIds",
            "Coffee;",
            "tierIds",
            "GOLD"),
        host.dao,
        host.helper);

    assertThat(row.getProductIds()).isEqualTo("101, 103, 102");
    assertThat(row.getCategoryIds()).isEqualTo("2001");
    assertThat(row.getTierIds()).isEqualTo("2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "productIds | Harbour Espreso | Nothing here is called “Harbour Espreso”",
        "productIds | 101, 999 | There is no number 999",
        "productIds | Mug | Type one of their numbers: 103, 104",
        "categoryIds | 1-2 | Nothing here is called “1-2”",
        "tierIds | Platinum, Gold | Nothing here is called “Platinum”"
      })
  void what_is_not_there_is_refused_by_name_and_stays_as_it_was_typed(
      String field, String typed, String problem) {
    PersistencePackage request = post("edition", "7", field, typed);

    ValidationException refused =
        catchThrowableOfType(
            ValidationException.class, () -> save.update(request, host.dao, host.helper));

    assertThat(refused.getEntity().getPropertyValidationErrors().get(field).get(0))
        .contains(problem);
    assertThat(SettingsForm.value(request.getEntity(), field)).contains(typed);
  }

  @Test
  void a_rule_that_speaks_of_what_was_deleted_can_still_be_switched_off() throws Exception {
    row.setProductIds("101, 999");
    save.update(
        post("edition", "7", "active", "false", "productIds", "101, 999"), host.dao, host.helper);

    assertThat(row.getActive()).isFalse();
    assertThat(row.getProductIds()).isEqualTo("101, 999");
  }
}

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
      new SaveRule(new AdminAccess(verifier, audit, new Directly()), audit, shelf.reader());

  @BeforeEach
  void host() throws Exception {
    host =
        new HostForms(
            "name", "active", "type", "rates", "points", "eventCode", "edition", "productIds");
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
        "type | GIFT | Choice",
        "period | WEEK | Choice",
        "rates | '' | NoRates",
        "rates | EUR=one | Rates",
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
  @CsvSource({
    "FIRST_ORDER, points, 0",
    "FIRST_ORDER, points, ''",
    "MULTIPLY, percent, 100",
    "MULTIPLY, percent, 10001",
    "MULTIPLY, percent, ''"
  })
  void each_kind_needs_what_it_gives(String type, String field, String typed) {
    assertThat(refusal("type", type, field, typed)).containsOnlyKeys(field);
  }

  @Test
  void an_event_needs_points_and_a_code() {
    assertThat(refusal("type", "EVENT")).containsOnlyKeys("points", "eventCode");
    assertThat(refusal("type", "EVENT", "points", "5", "eventCode", "B2"))
        .containsOnlyKeys("eventCode");
  }

  @Test
  void codes_may_be_typed_small() throws Exception {
    save.update(
        post("type", "EVENT", "points", "5", "eventCode", " birthday "), host.dao, host.helper);

    assertThat(row.getEventCode()).isEqualTo("BIRTHDAY");
  }

  @Test
  void a_new_rule_begins_with_version_one_and_no_origin() throws Exception {
    save.add(
        post("name", "New", "rates", "EUR=2", "edition", "9", "presetKey", "spend"),
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
        new SaveRule(new AdminAccess(new Verifier(), audit, new Directly()), audit, shelf.reader());

    assertThatThrownBy(() -> other.update(post("active", "true"), host.dao, host.helper))
        .isInstanceOf(SecurityServiceException.class);
    assertThatThrownBy(() -> other.add(post("name", "x"), host.dao, host.helper))
        .isInstanceOf(SecurityServiceException.class);
    assertThatThrownBy(() -> other.remove(post("id", "5"), host.dao, host.helper))
        .isInstanceOf(SecurityServiceException.class);

    verifyNoInteractions(host.dao);
    assertThat(audit.rows).hasSize(3).allMatch(r -> r.startsWith("REFUSED clara"));
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
    row.setRates("EUR=1");
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

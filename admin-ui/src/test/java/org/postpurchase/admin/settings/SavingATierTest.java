package org.postpurchase.admin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.verify;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
import org.postpurchase.admin.testkit.Audit;
import org.postpurchase.admin.testkit.Directly;
import org.postpurchase.admin.testkit.HostForms;
import org.postpurchase.admin.testkit.NamedShelf;
import org.postpurchase.admin.testkit.Verifier;
import org.postpurchase.broadleaf.entity.LoyaltyTier;
import org.postpurchase.broadleaf.entity.LoyaltyTierImpl;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SavingATierTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final Audit audit = new Audit();
  private final Verifier verifier = new Verifier();
  private final List<Long> others = new ArrayList<>();
  private final NamedShelf shelf = new NamedShelf().with(RowNames.Kind.OFFER, 10, "Ten percent");
  private final LoyaltyTier row = tier();
  private final SaveTier save =
      new SaveTier(new AdminAccess(verifier, audit, new Directly()), audit, clock, shelf.reader());
  private HostForms host;

  private static LoyaltyTier tier() {
    LoyaltyTier row = new LoyaltyTierImpl();
    row.setId(5L);
    row.setName("Silver");
    row.setActive(true);
    row.setThreshold(500);
    row.setEarnPercent(125);
    row.setEntryPoints(0);
    row.setPresetKey("silver");
    row.setActiveSince(1_000L);
    row.setEdition(7);
    return row;
  }

  @BeforeEach
  void host() throws Exception {
    host = new HostForms("name", "active", "threshold", "edition");
    host.storing(LoyaltyTierImpl.class, row);
    host.finding(Long.class, () -> others);
    for (EntityOperationType operation : EntityOperationType.values()) {
      verifier.granting(LoyaltyTier.class, operation);
    }
  }

  private static PersistencePackage post(String... values) {
    return HostForms.post(LoyaltyTier.class, LoyaltyTierImpl.class, values);
  }

  private Map<String, List<String>> refusal(String... values) {
    PersistencePackage request = post(values);
    ValidationException refused =
        catchThrowableOfType(
            ValidationException.class, () -> save.update(request, host.dao, host.helper));
    return refused.getEntity().getPropertyValidationErrors();
  }

  @Test
  void a_form_sets_neither_the_moment_nor_the_edition_nor_the_origin() throws Exception {
    save.update(
        post("name", "Argent", "activeSince", "9", "edition", "7", "presetKey", "mine"),
        host.dao,
        host.helper);

    assertThat(row.getName()).isEqualTo("Argent");
    assertThat(row.getActiveSince()).as("nobody is looked at anew").isEqualTo(1_000L);
    assertThat(row.getEdition()).isEqualTo(8);
    assertThat(row.getPresetKey()).isEqualTo("silver");
  }

  @Test
  void asking_for_something_else_begins_anew() throws Exception {
    save.update(post("threshold", "400"), host.dao, host.helper);

    assertThat(row.getActiveSince()).isEqualTo(NOW.toEpochMilli());
  }

  @Test
  void switching_it_on_again_begins_anew() throws Exception {
    row.setActive(false);
    save.update(post("active", "true"), host.dao, host.helper);

    assertThat(row.getActiveSince()).isEqualTo(NOW.toEpochMilli());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name | '' | Missing",
        "threshold | 0 | OneOrMore",
        "threshold | many | Number",
        "earnPercent | 99 | TierPercent",
        "earnPercent | '' | TierPercent",
        "entryPoints | -1 | ZeroOrMore"
      })
  void what_cannot_be_is_refused_at_its_field(String field, String typed, String problem) {
    assertThat(refusal(field, typed))
        .containsExactlyEntriesOf(Map.of(field, List.of("PostPurchase_Problem_" + problem)));
  }

  @Test
  void two_tiers_never_ask_for_the_same() throws Exception {
    others.add(6L);
    assertThat(refusal("threshold", "600"))
        .containsEntry("threshold", List.of("PostPurchase_Problem_TierThreshold"));

    save.update(post("active", "false"), host.dao, host.helper);
    assertThat(row.getActive()).isFalse();
  }

  @Test
  void a_new_tier_is_off_and_gives_nothing_unless_the_form_says_so() throws Exception {
    save.add(post("name", "Black", "threshold", "9000", "activeSince", "3"), host.dao, host.helper);

    ArgumentCaptor<LoyaltyTier> added = ArgumentCaptor.forClass(LoyaltyTier.class);
    verify(host.dao).persist(added.capture());
    assertThat(added.getValue().getActive()).isFalse();
    assertThat(added.getValue().getActiveSince()).isNull();
    assertThat(added.getValue().getEarnPercent()).isEqualTo(100);
    assertThat(added.getValue().getEntryPoints()).isZero();
    assertThat(audit.rows).singleElement().asString().startsWith("DONE clara | add LoyaltyTier");
  }

  @Test
  void without_permission_nothing_is_changed_and_the_attempt_is_on_record() {
    SaveTier other =
        new SaveTier(
            new AdminAccess(new Verifier(), audit, new Directly()), audit, clock, shelf.reader());

    assertThatThrownBy(() -> other.update(post("threshold", "1"), host.dao, host.helper))
        .isInstanceOf(SecurityServiceException.class);
    assertThatThrownBy(() -> other.add(post("name", "x"), host.dao, host.helper))
        .isInstanceOf(SecurityServiceException.class);
    assertThatThrownBy(() -> other.remove(post("id", "5"), host.dao, host.helper))
        .isInstanceOf(SecurityServiceException.class);
    assertThat(row.getThreshold()).isEqualTo(500);
    assertThat(audit.rows).hasSize(3).allMatch(line -> line.startsWith("REFUSED clara"));
  }

  @Test
  void offers_may_be_named() throws Exception {
    save.update(post("offerIds", "ten percent"), host.dao, host.helper);
    assertThat(row.getOfferIds()).isEqualTo("10");

    assertThat(refusal("offerIds", "ten").get("offerIds").get(0))
        .contains("Nothing here is called “ten”");
  }
}

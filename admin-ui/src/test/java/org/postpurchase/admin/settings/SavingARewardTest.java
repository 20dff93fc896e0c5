package org.postpurchase.admin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.core.offer.domain.Offer;
import org.broadleafcommerce.core.offer.domain.OfferImpl;
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
import org.postpurchase.broadleaf.entity.LoyaltyReward;
import org.postpurchase.broadleaf.entity.LoyaltyRewardImpl;
import org.postpurchase.reward.RewardOffers;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SavingARewardTest {
  private final NamedShelf shelf =
      new NamedShelf().with(RowNames.Kind.TIER, 2, "Gold").with(RowNames.Kind.TIER, 1, "Silver");
  private final Audit audit = new Audit();
  private final Verifier verifier = new Verifier();
  private final OneOffer offers = new OneOffer();
  private final LoyaltyReward row = reward();
  private final SaveReward save = save(verifier);
  private HostForms host;

  private SaveReward save(Verifier who) {
    return new SaveReward(
        new AdminAccess(who, audit, new Directly()),
        audit,
        offers,
        Clock.systemUTC(),
        shelf.reader(),
        new SeriesProblemText(SavingAStepTest.words()));
  }

  @BeforeEach
  void host() throws Exception {
    host = new HostForms("name", "active", "costPoints", "validDays", "stock", "edition");
    host.storing(LoyaltyRewardImpl.class, row);
    for (EntityOperationType operation : EntityOperationType.values()) {
      verifier.granting(LoyaltyReward.class, operation);
    }
  }

  @Test
  void each_save_is_a_new_version_and_a_form_sets_neither_that_nor_the_origin() throws Exception {
    save.update(post("edition", "7", "presetKey", "mine", "active", "true"), host.dao, host.helper);

    assertThat(row.getEdition()).isEqualTo(8);
    assertThat(row.getPresetKey()).isEqualTo("discount");
    assertThat(row.getActive()).isTrue();
  }

  @Test
  void a_stale_form_is_refused() {
    assertThatThrownBy(() -> save.update(post("edition", "6"), host.dao, host.helper))
        .hasMessage("PostPurchase_Problem_Stale");
    host.losing();
    assertThatThrownBy(() -> save.update(post("edition", "7"), host.dao, host.helper))
        .hasMessage("PostPurchase_Problem_Stale");
    row.setPresetKey(null);
    assertThatThrownBy(() -> save.remove(post("id", "5"), host.dao, host.helper))
        .hasMessage("PostPurchase_Problem_Stale");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name | '' | Missing",
        "costPoints | 0 | OneOrMore",
        "costPoints | '' | OneOrMore",
        "costPoints | many | Number",
        "validDays | 0 | RewardDays",
        "validDays | 731 | RewardDays",
        "stock | 0 | Limit",
        "stock | x | Number",
        "perCustomer | -1 | Limit",
        "activeFrom | tomorrow | Moment",
        "activeUntil | 2026-02-03 | Moment",
        "tierKey | 'gold, silver' | Tier",
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

  @Test
  void switched_on_it_needs_an_offer_that_runs_and_is_not_for_everybody_anyway() {
    row.getRewardOffer().setAutomaticallyAdded(true);
    assertThat(refusal("name", "x"))
        .containsEntry("rewardOffer", List.of("PostPurchase_Problem_OfferForAll"));
    row.getRewardOffer().setAutomaticallyAdded(false);
    offers.running = false;
    assertThat(refusal("active", "true"))
        .containsEntry("rewardOffer", List.of("PostPurchase_Problem_OfferOver"));
    row.setRewardOffer(null);
    row.setActive(false);
    assertThat(refusal("active", "true"))
        .containsEntry("rewardOffer", List.of("PostPurchase_Problem_RewardOffer"));
  }

  @Test
  void switched_on_its_offer_has_no_code_for_everybody_and_such_a_code_is_named() {
    offers.publicCode = "WELCOME10";
    assertThat(refusal("active", "true").get("rewardOffer"))
        .singleElement()
        .asString()
        .contains("WELCOME10");
  }

  @Test
  void a_new_reward_begins_with_version_one_and_switched_off() throws Exception {
    save.add(
        post("name", "New", "costPoints", "20", "edition", "9", "presetKey", "discount"),
        host.dao,
        host.helper);

    ArgumentCaptor<LoyaltyReward> added = ArgumentCaptor.forClass(LoyaltyReward.class);
    verify(host.dao).persist(added.capture());
    assertThat(added.getValue().getEdition()).isEqualTo(1);
    assertThat(added.getValue().getPresetKey()).isNull();
    assertThat(added.getValue().getActive()).isFalse();
    assertThat(added.getValue().getValidDays()).isEqualTo(90);
    assertThat(audit.rows).singleElement().asString().startsWith("DONE clara | add LoyaltyReward");
  }

  @Test
  void without_permission_nothing_is_read_and_the_attempt_is_on_record() {
    SaveReward other = save(new Verifier());

    assertThatThrownBy(() -> other.update(post("active", "true"), host.dao, host.helper))
        .isInstanceOf(SecurityServiceException.class);
    assertThatThrownBy(() -> other.add(post("name", "x"), host.dao, host.helper))
        .isInstanceOf(SecurityServiceException.class);
    assertThatThrownBy(() -> other.remove(post("id", "5"), host.dao, host.helper))
        .isInstanceOf(SecurityServiceException.class);

    verifyNoInteractions(host.dao);
    assertThat(audit.rows).hasSize(3).allMatch(r -> r.startsWith("REFUSED clara"));
  }

  @Test
  void a_shipped_one_would_come_back_and_stays_and_the_merchants_own_can_go() throws Exception {
    assertThatThrownBy(() -> save.remove(post("id", "5"), host.dao, host.helper))
        .hasMessage("PostPurchase_Problem_NoRemoving");
    assertThat(host.removed).isEmpty();

    row.setPresetKey(null);
    save.remove(post("id", "5"), host.dao, host.helper);

    assertThat(host.removed).containsExactly(row);
    assertThat(audit.rows)
        .containsExactly(
            "DONE clara | remove LoyaltyReward | LoyaltyReward 5 | was Three euros off");
  }

  private Map<String, List<String>> refusal(String... values) {
    row.setEdition(7);
    ValidationException refusal =
        catchThrowableOfType(
            ValidationException.class, () -> save.update(post(values), host.dao, host.helper));
    return refusal.getEntity().getPropertyValidationErrors();
  }

  private static PersistencePackage post(String... values) {
    return HostForms.post(LoyaltyReward.class, LoyaltyRewardImpl.class, values);
  }

  private static LoyaltyReward reward() {
    LoyaltyReward row = new LoyaltyRewardImpl();
    row.setId(5L);
    row.setName("Three euros off");
    row.setActive(false);
    row.setPresetKey("discount");
    row.setCostPoints(500);
    Offer offer = new OfferImpl();
    offer.setId(3L);
    offer.setAutomaticallyAdded(false);
    row.setRewardOffer(offer);
    row.setValidDays(90);
    row.setPriority(100);
    row.setEdition(7);
    return row;
  }

  /** A host with one offer. */
  private static final class OneOffer implements RewardOffers {
    private boolean running = true;
    private String publicCode;

    @Override
    public Optional<String> publicCode(long offerId, Instant now) {
      return Optional.ofNullable(publicCode);
    }

    @Override
    public Optional<String> title(long offerId, Locale locale, Instant now) {
      return running && offerId == 3 ? Optional.of("Three euros off") : Optional.empty();
    }

    @Override
    public void create(long offerId, String code, Instant expiresAt) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void prolong(String code, Instant expiresAt) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void forgetUse(long orderId, String code) {
      throw new UnsupportedOperationException();
    }
  }
}

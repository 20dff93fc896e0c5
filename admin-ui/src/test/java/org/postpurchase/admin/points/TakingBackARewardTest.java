package org.postpurchase.admin.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.admin.testkit.PointsFixture;
import org.postpurchase.admin.testkit.Verifier;
import org.postpurchase.broadleaf.admin.PointsRecord;
import org.postpurchase.catalogue.BuyRequest;
import org.postpurchase.catalogue.BuyResult;
import org.postpurchase.catalogue.BuyReward;
import org.postpurchase.catalogue.CatalogueReader;
import org.postpurchase.catalogue.CatalogueReward;
import org.postpurchase.catalogue.CheckReward;
import org.postpurchase.catalogue.PurchaseStore;
import org.postpurchase.catalogue.ShowCatalogue;
import org.postpurchase.catalogue.TakeBackPurchase;
import org.postpurchase.catalogue.TakeBackPurchase.Outcome;
import org.postpurchase.catalogue.jdbc.CatalogueJdbcModule;
import org.postpurchase.ledger.PostingRequest;
import org.postpurchase.ledger.Verb;
import org.postpurchase.reward.CodeLife;
import org.postpurchase.reward.IssueReward;
import org.postpurchase.reward.RewardCodeStore;
import org.postpurchase.reward.RewardOffers;
import org.postpurchase.reward.RewardState;
import org.postpurchase.reward.jdbc.RewardJdbcModule;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.SqlDialect;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TakingBackARewardTest implements CatalogueReader, RewardOffers {
  private final PointsFixture fixture = new PointsFixture();
  private final Inserts inserts = new Inserts(fixture.jdbc, SqlDialect.HSQLDB);
  private final PurchaseStore purchases = CatalogueJdbcModule.purchases(fixture.jdbc, inserts);
  private final RewardCodeStore codes = RewardJdbcModule.codes(fixture.jdbc, inserts);
  private final CheckReward check =
      new CheckReward(fixture.programmes, this, this, (programme, owner, tier) -> false);
  private final ShowCatalogue show =
      new ShowCatalogue(
          check, purchases, codes, fixture.views, fixture.transactions, fixture.clock);
  private final TakeBackReward takeBack =
      takeBack(new Verifier().granting(PointsRecord.class, EntityOperationType.UPDATE));
  private final long mia = fixture.account(1);
  private final long tom = fixture.account(2);
  private BuyResult bought;

  @BeforeEach
  void mia_buys() {
    for (String table : List.of("PP_REWARD_PURCHASE", "PP_REWARD_STOCK", "PP_REWARD_CODE")) {
      fixture.jdbc.update("delete from " + table);
    }
    fixture.ledger.adjust(
        mia, new PostingRequest(Verb.ADJUST, "gift", 0, "GOODWILL", "", ""), 500, null);
    bought =
        new BuyReward(
                check,
                purchases,
                fixture.ledger,
                new IssueReward(
                    codes, this, new CodeLife(() -> ZoneOffset.UTC), new SecureRandom()),
                fixture.transactions,
                fixture.clock)
            .buy(
                new BuyRequest(
                    1, "mia@example.com", "reward:1", 1, "press-number-1", Locale.ENGLISH));
    assertThat(bought.isBought()).isTrue();
  }

  @Test
  void the_code_is_revoked_the_points_are_back_and_that_is_on_record_once() throws Exception {
    assertThat(takeBack.apply(mia, bought.purchase.requestKey)).isEqualTo(Outcome.DONE);
    assertThat(takeBack.apply(mia, bought.purchase.requestKey)).isEqualTo(Outcome.DONE_BEFORE);

    assertThat(fixture.usable(mia)).isEqualTo(500);
    assertThat(show.own(1).get(0).code.state).isEqualTo(RewardState.REVOKED);
    assertThat(fixture.audit.rows)
        .containsExactly(
            "DONE clara | take back reward | account " + mia + " | Three euros off: +200 points");
  }

  @Test
  void another_accounts_purchase_is_unknown_here() throws Exception {
    assertThat(takeBack.apply(tom, bought.purchase.requestKey)).isEqualTo(Outcome.UNKNOWN);
    assertThat(takeBack.apply(mia, "reward:1:nothing")).isEqualTo(Outcome.UNKNOWN);

    assertThat(fixture.usable(mia)).isEqualTo(300);
  }

  @Test
  void a_frozen_account_keeps_code_and_points() throws Exception {
    fixture.ledger.freeze(mia);

    assertThat(takeBack.apply(mia, bought.purchase.requestKey)).isEqualTo(Outcome.FROZEN);

    fixture.ledger.unfreeze(mia);
    assertThat(show.own(1).get(0).code.state).isEqualTo(RewardState.ISSUED);
    assertThat(fixture.usable(mia)).isEqualTo(300);
    assertThat(fixture.audit.rows).singleElement().asString().startsWith("REFUSED clara");
  }

  @Test
  void looking_is_not_taking_back() {
    TakeBackReward other =
        takeBack(new Verifier("sam").granting(PointsRecord.class, EntityOperationType.FETCH));

    assertThatThrownBy(() -> other.apply(mia, bought.purchase.requestKey))
        .isInstanceOf(SecurityServiceException.class);

    assertThat(fixture.usable(mia)).isEqualTo(300);
    assertThat(fixture.audit.rows).singleElement().asString().startsWith("REFUSED sam");
  }

  private TakeBackReward takeBack(Verifier user) {
    return new TakeBackReward(
        fixture.as(user),
        new TakeBackPurchase(
            fixture.programmes,
            purchases,
            codes,
            fixture.ledger,
            fixture.transactions,
            fixture.clock),
        show,
        fixture.views,
        fixture.audit,
        fixture.transactions);
  }

  @Override
  public List<CatalogueReward> rewards() {
    return List.of(
        new CatalogueReward(
            "reward:1", 1, "Three euros off", "", 200, 3, 30, CatalogueReward.Limits.NONE));
  }

  @Override
  public Optional<CatalogueReward> find(String rewardKey) {
    return rewards().stream().filter(reward -> reward.key.equals(rewardKey)).findFirst();
  }

  @Override
  public Optional<String> title(long offerId, Locale locale, Instant now) {
    return Optional.of("Three euros off");
  }

  @Override
  public Optional<String> publicCode(long offerId, Instant now) {
    return Optional.empty();
  }

  @Override
  public void create(long offerId, String code, Instant expiresAt) {}

  @Override
  public void prolong(String code, Instant expiresAt) {}

  @Override
  public void forgetUse(long orderId, String code) {}
}

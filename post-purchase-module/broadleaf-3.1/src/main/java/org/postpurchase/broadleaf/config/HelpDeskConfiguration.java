package org.postpurchase.broadleaf.config;

import org.postpurchase.broadleaf.person.BroadleafPeople;
import org.postpurchase.broadleaf.person.PeopleSearch;
import org.postpurchase.helpdesk.CallHelpDesk;
import org.postpurchase.helpdesk.CaseJson;
import org.postpurchase.helpdesk.CustomerSnapshot;
import org.postpurchase.helpdesk.HelpDeskSecrets;
import org.postpurchase.helpdesk.HelpDeskStore;
import org.postpurchase.helpdesk.jdbc.HelpDeskJdbcModule;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.people.jdbc.PeopleJdbcModule;
import org.postpurchase.tracking.LinkSigner;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a help desk outside the shop is told and may ask. */
@Configuration
class HelpDeskConfiguration {
  @Autowired private Infrastructure base;
  @Autowired private ModuleSettings settings;

  @Bean
  HelpDeskStore ppHelpDeskStore() {
    return HelpDeskJdbcModule.store(base.jdbc, base.inserts);
  }

  @Bean
  HelpDeskSecrets ppHelpDeskSecrets(LinkSigner signer) {
    return new HelpDeskSecrets(signer);
  }

  @Bean
  CustomerSnapshot ppCustomerSnapshot(
      PeopleSearch search,
      OrderReader orders,
      OrderLineStore lines,
      ServiceParts service,
      LoyaltyParts loyalty) {
    return new CustomerSnapshot(
        new CustomerSnapshot.Shopside(new BroadleafPeople(base.jdbc, search), orders, lines),
        PeopleJdbcModule.glances(base.jdbc, base.inserts.rows()),
        loyalty.views,
        service.caseStore,
        base.transactions,
        base.clock);
  }

  @Bean
  FeatureWork ppHelpDeskWork(
      HelpDeskStore store, HelpDeskSecrets secrets, ServiceParts service, OrderReader orders) {
    return new FeatureWork()
        .during(
            FeatureWork.Stage.UPKEEP,
            new CallHelpDesk(
                store,
                new CaseJson(service.caseStore, orders),
                secrets,
                settings.isPrivateAddresses(),
                base.transactions,
                base.node));
  }
}

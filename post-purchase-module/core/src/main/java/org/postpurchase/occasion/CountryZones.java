package org.postpurchase.occasion;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * By which clock a country's people live. Of countries with several zones it is that of most of
 * their people; for countries that are not listed it is the shop's.
 */
final class CountryZones {
  private static final String ALL =
      "AT=Europe/Vienna AU=Australia/Sydney BE=Europe/Brussels BG=Europe/Sofia"
          + " BR=America/Sao_Paulo CA=America/Toronto CH=Europe/Zurich CN=Asia/Shanghai"
          + " CZ=Europe/Prague DE=Europe/Berlin DK=Europe/Copenhagen EE=Europe/Tallinn"
          + " ES=Europe/Madrid FI=Europe/Helsinki FR=Europe/Paris GB=Europe/London"
          + " GR=Europe/Athens HR=Europe/Zagreb HU=Europe/Budapest IE=Europe/Dublin"
          + " IN=Asia/Kolkata IS=Atlantic/Reykjavik IT=Europe/Rome JP=Asia/Tokyo KR=Asia/Seoul"
          + " LI=Europe/Vaduz LT=Europe/Vilnius LU=Europe/Luxembourg LV=Europe/Riga"
          + " MX=America/Mexico_City NL=Europe/Amsterdam NO=Europe/Oslo NZ=Pacific/Auckland"
          + " PL=Europe/Warsaw PT=Europe/Lisbon RO=Europe/Bucharest SE=Europe/Stockholm"
          + " SG=Asia/Singapore SI=Europe/Ljubljana SK=Europe/Bratislava TR=Europe/Istanbul"
          + " UA=Europe/Kiev US=America/New_York WS=Pacific/Apia ZA=Africa/Johannesburg";
  private static final Map<String, ZoneId> ZONES = new HashMap<>();

  static {
    for (String pair : ALL.split(" ")) {
      ZONES.put(pair.substring(0, 2), ZoneId.of(pair.substring(3)));
    }
  }

  private CountryZones() {}

  static ZoneId of(String country, ZoneId shop) {
    return ZONES.getOrDefault(country, shop);
  }
}

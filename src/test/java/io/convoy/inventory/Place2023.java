package io.convoy.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The six regions of the fleet of 2023, with three zones each. */
enum Place2023 {
    US_EAST_1("aws", "us-east-1", "use1"),
    US_EAST1("gcp", "us-east1", "use1"),
    US_WEST_2("aws", "us-west-2", "usw2"),
    EU_WEST_1("aws", "eu-west-1", "euw1"),
    EUROPE_WEST1("gcp", "europe-west1", "euw1"),
    AP_SOUTHEAST_2("aws", "ap-southeast-2", "apse2");

    final String provider;
    final String region;
    final String brief;

    Place2023(String provider, String region, String brief) {
        this.provider = provider;
        this.region = region;
        this.brief = brief;
    }

    private String zone(int index) {
        return isAws() ? region + "abc".charAt(index) : region + "-" + "bcd".charAt(index);
    }

    static Place2023 of(int index) {
        return values()[Math.floorMod(index, values().length)];
    }

    boolean isAws() {
        return provider.equals("aws");
    }

    /** A present datacenter with its nodes spread over the first zones, as evenly as they go. */
    Map<String, Object> datacenter(String name, int zoneCount, int nodes, String nodeSize) {
        Map<String, Object> datacenter = new LinkedHashMap<>();
        datacenter.put("name", name);
        datacenter.put("provider", provider);
        datacenter.put("region", region);
        datacenter.put("racks", racks(zoneCount, nodes, nodeSize));
        return datacenter;
    }

    /** The datacenter that comes in its place, in the same zones. */
    Map<String, Object> replacement(String replaced, int zoneCount, int nodes, String nodeSize) {
        Map<String, Object> datacenter = new LinkedHashMap<>();
        datacenter.put("name", replaced + "_new");
        datacenter.put("replaces", replaced);
        datacenter.put("racks", racks(zoneCount, nodes, nodeSize));
        return datacenter;
    }

    private List<Map<String, Object>> racks(int zoneCount, int nodes, String nodeSize) {
        List<Map<String, Object>> racks = new ArrayList<>();
        for (int zone = 0; zone < zoneCount; zone++) {
            Map<String, Object> rack = new LinkedHashMap<>();
            rack.put("name", zone(zone));
            rack.put("nodes", nodes / zoneCount + (zone < nodes % zoneCount ? 1 : 0));
            rack.put("nodeSize", nodeSize);
            racks.add(rack);
        }
        return racks;
    }
}

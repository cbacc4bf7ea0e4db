#include "foreign_files.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fabula::io {
namespace {

LoadedStory read(const std::string& graph)
{
    return readGraphml(graph, "some.graphml");
}

std::string graphml(const std::string& inside)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">" +
           inside + "</graphml>";
}

TEST(GraphmlReader, northGraphsWithoutEdgedefault)
{
    for (const auto& [file, nodes, edges] : std::vector<std::tuple<const char*, std::size_t, std::size_t>>{
             {"g.10.0.graphml", 10, 11}, {"g.99.2.graphml", 99, 150}}) {
        const LoadedStory loaded = readGraphml(textOf(std::filesystem::path(FABULA_TEST_DIR) / "north" / file), file);
        const model::Story story = storyIn(loaded);
        EXPECT_EQ(story.events.size(), nodes) << file;
        EXPECT_EQ(story.links.size(), edges) << file;
        EXPECT_EQ(codesOf(loaded), "F708");
        EXPECT_EQ(story.title.front().text, std::string(file).substr(0, 6)) << "a graph called G has the file's name";
        EXPECT_FALSE(story.events[0].when.known());
        EXPECT_EQ(story.events[0].basis, model::Basis::inferred);
        EXPECT_EQ(story.links[0].kind, model::LinkKind::causes);
        EXPECT_EQ(loaded.places.events.size(), nodes);
        EXPECT_EQ(loaded.places.events[0].line, 6u);
    }
}

const char* const kYed = R"(<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:java="http://www.yworks.com/xml/yfiles-common/1.0/java"
  xmlns:x="http://www.yworks.com/xml/yfiles-common/markup/2.0" xmlns:y="http://www.yworks.com/xml/graphml"
  xmlns:yed="http://www.yworks.com/xml/yed/3">
  <!--Created by yEd 3.22-->
  <key attr.name="Description" attr.type="string" for="graph" id="d0"/>
  <key for="port" id="d1" yfiles.type="portgraphics"/>
  <key attr.name="date" attr.type="string" for="node" id="d2"><default xml:space="preserve"><![CDATA[2024]]></default></key>
  <key attr.name="url" attr.type="string" for="node" id="d4"/>
  <key attr.name="description" attr.type="string" for="node" id="d5"/>
  <key for="node" id="d6" yfiles.type="nodegraphics"/>
  <key for="graphml" id="d7" yfiles.type="resources"/>
  <key attr.name="description" attr.type="string" for="edge" id="d9"/>
  <key for="edge" id="d10" yfiles.type="edgegraphics"/>
  <graph edgedefault="directed" id="G">
    <data key="d0" xml:space="preserve"/>
    <node id="n0">
      <data key="d2" xml:space="preserve"><![CDATA[2025-01-20]]></data>
      <data key="d4" xml:space="preserve"><![CDATA[https://www.example.org/a]]></data>
      <data key="d5"/>
      <data key="d6">
        <y:ShapeNode>
          <y:Geometry height="30.0" width="120.0" x="370.0" y="120.0"/>
          <y:Fill color="#FFCC00" transparent="false"/>
          <y:NodeLabel alignment="center" fontSize="12" xml:space="preserve">The first
release<y:LabelModel><y:SmartNodeLabelModel distance="4.0"/></y:LabelModel></y:NodeLabel>
          <y:Shape type="rectangle"/>
        </y:ShapeNode>
      </data>
    </node>
    <node id="n1" yfiles.foldertype="group">
      <data key="d6">
        <y:ProxyAutoBoundsNode><y:Realizers active="0"><y:GroupNode>
          <y:NodeLabel>The ministry</y:NodeLabel></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode>
      </data>
      <graph edgedefault="directed" id="n1:">
        <node id="n1::n0">
          <data key="d6"><y:ShapeNode><y:NodeLabel>A rule</y:NodeLabel></y:ShapeNode></data>
        </node>
      </graph>
    </node>
    <edge id="e0" source="n0" target="n1::n0">
      <data key="d10"><y:PolyLineEdge><y:Arrows source="none" target="standard"/>
        <y:EdgeLabel>leads to<y:LabelModel/></y:EdgeLabel></y:PolyLineEdge></data>
    </edge>
  </graph>
  <data key="d7"><y:Resources/></data>
</graphml>)";

TEST(GraphmlReader, yed)
{
    const LoadedStory loaded = read(kYed);
    const model::Story story = storyIn(loaded);
    EXPECT_EQ(codesOf(loaded), "") << findingsOf(loaded);
    ASSERT_EQ(story.events.size(), 2u) << "the group is a lane";
    EXPECT_EQ(titleOf(story, "n0"), "The first release");
    EXPECT_EQ(whenOf(story, "n0"), "2025-01-20");
    ASSERT_EQ(story.sources.size(), 1u);
    EXPECT_EQ(story.sources[0].url, "https://www.example.org/a");
    EXPECT_EQ(story.sources[0].publisher, "example.org");
    EXPECT_EQ(titleOf(story, "n1-n0"), "A rule");
    EXPECT_EQ(whenOf(story, "n1-n0"), "2024") << "the key's default";
    ASSERT_EQ(story.actors.size(), 1u);
    EXPECT_EQ(story.actors[0].id, "the-ministry");
    EXPECT_EQ(story.events[1].lane, core::ActorId(0));
    EXPECT_EQ(linksOf(story), "n0 causes n1-n0");
    EXPECT_EQ(story.links[0].label.front().text, "leads to");
}

TEST(GraphmlReader, anEdgeToAGroupMakesItAnEvent)
{
    const model::Story story = storyIn(read(graphml("<graph><node id='g'><graph><node id='a'/></graph></node><node "
                                                    "id='b'/><edge source='b' target='g'/></graph>")));
    EXPECT_EQ(story.events.size(), 3u);
    EXPECT_EQ(linksOf(story), "b causes g");
}

TEST(GraphmlReader, gephi)
{
    const LoadedStory loaded = read(
        R"(<?xml version="1.0" encoding="UTF-8"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key attr.name="label" attr.type="string" for="node" id="label"/>
<key attr.name="Edge Label" attr.type="string" for="edge" id="edgelabel"/>
<key attr.name="weight" attr.type="double" for="edge" id="weight"/>
<key attr.name="Modularity Class" attr.type="int" for="node" id="modularity_class"/>
<key attr.name="Start Date" attr.type="string" for="node" id="start"/>
<key attr.name="End Date" attr.type="string" for="node" id="end"/>
<key attr.name="Year" attr.type="double" for="node" id="year"/>
<key attr.name="Betweenness Centrality" attr.type="double" for="node" id="betweenesscentrality"/>
<key attr.name="r" attr.type="int" for="node" id="r"/>
<key attr.name="x" attr.type="float" for="node" id="x"/>
<graph edgedefault="undirected">
<node id="11.0"><data key="label">Later</data><data key="modularity_class">3</data><data key="start">2021-01-01</data>
<data key="end">2021-06-30</data><data key="r">192</data><data key="x">-32.5</data></node>
<node id="12.0"><data key="label">Earlier</data><data key="year">1985.0</data>
<data key="betweenesscentrality">0.25</data></node>
<edge id="0" source="11.0" target="12.0"><data key="weight">1.0</data></edge>
</graph></graphml>)");
    const model::Story story = storyIn(loaded);
    EXPECT_EQ(codesOf(loaded), "F709 F707");
    EXPECT_EQ(titleOf(story, "11-0"), "Later");
    EXPECT_EQ(whenOf(story, "11-0"), "2021-01-01/2021-06-30");
    EXPECT_TRUE(story.events[0].lasting);
    EXPECT_EQ(whenOf(story, "12-0"), "1985");
    EXPECT_EQ(story.actors.at(0).name.front().text, "Modularity Class 3");
    EXPECT_EQ(linksOf(story), "12-0 precedes 11-0") << "without direction: from the earlier to the later";
}

TEST(GraphmlReader, dates)
{
    const std::vector<std::pair<const char*, const char*>> forms{
        {"2025-08-14", "2025-08-14"},
        {"2025-02~/2025-08-14", "2025-02~/2025-08-14"},
        {"2025-08-14T10:30:00Z", "2025-08-14T10:30:00Z"},
        {"2025-08-14T10:30:00.123Z", "2025-08-14T10:30:00Z"},
        {"2025-08-14 10:30:00", "2025-08-14T10:30:00"},
        {"2025-08-14 10:30", "2025-08-14T10:30:00"},
        {"2025-08-14T10:30:00+0200", "2025-08-14T10:30:00+02:00"},
        {"20250814", "2025-08-14"},
        {"14.8.2025", "2025-08-14"},
        {"2025/8/14", "2025-08-14"},
        {"14/08/2025", "2025-08-14"},
        {"8/14/2025", "2025-08-14"},
        {"14 August 2025", "2025-08-14"},
        {"Aug. 14, 2025", "2025-08-14"},
        {"Sept 2025", "2025-09"},
        {"1985", "1985"},
        {"1985.0", "1985"},
        {" 2025 ", "2025"},
        {"7/8/2025", ""},
        {"800", ""},
        {"31.2.2025", ""},
        {"later", ""},
        {"3", ""},
        {"1755160200", ""},
    };
    for (const auto& [written, understood] : forms) {
        const LoadedStory loaded = read(graphml(std::string("<graph><node id='a' date='") + written + "'/></graph>"));
        EXPECT_EQ(whenOf(storyIn(loaded), "a"), understood) << written;
        EXPECT_EQ(codesOf(loaded), *understood == '\0' ? "F705" : "") << written;
    }
    EXPECT_EQ(whenOf(storyIn(read(graphml("<graph><node id='a' year='800'/></graph>"))), "a"), "0800");
    EXPECT_EQ(whenOf(storyIn(read(graphml("<graph><node id='a' start='2025' end='2025'/></graph>"))), "a"), "2025");
    EXPECT_EQ(whenOf(storyIn(read(graphml("<graph><node id='a' end='2025-03'/></graph>"))), "a"), "/2025-03");
    EXPECT_EQ(whenOf(storyIn(read(graphml("<graph><node id='a' start='2025-03'/></graph>"))), "a"), "2025-03");
    EXPECT_EQ(codesOf(read(graphml("<graph><node id='a' start='2025' end='2020'/></graph>"))), "F705");
}

TEST(GraphmlReader, idsAreMadeValidAndStayUnique)
{
    const model::Story story = storyIn(read(graphml(
        "<graph><node id='A b'/><node id='a-b'/><node id='a_B'/><node id='Ångström'/><node id='北京'/><node id='!'/>"
        "<node id='?'/></graph>")));
    std::vector<std::string> ids;
    for (const model::Event& event : story.events)
        ids.emplace_back(event.id);
    EXPECT_EQ(ids, (std::vector<std::string>{"a-b-2", "a-b", "a-b-3", "angstrom", "bei-jing", "event", "event-2"}));
    EXPECT_EQ(titleOf(story, "a-b-2"), "A b") << "the name that it had";
    EXPECT_EQ(titleOf(story, "event"), "!");
}

TEST(GraphmlReader, whatAnEventTakes)
{
    const model::Story story = storyIn(read(graphml(
        "<key id='d1' attr.name='Comment'/>"
        "<graph><node id='a' name='N' type='vote' actor='Ann' actors='Bob; Ann' importance='5' basis='Official' "
        "confidence='almost certain' source='FT' url='https://www.ft.com/x' tags='one, two'>"
        "<data key='d1'> Two\n lines </data></node></graph>")));
    const model::Event& event = story.events.at(0);
    EXPECT_EQ(event.title.front().text, "N");
    EXPECT_EQ(event.summary.front().text, "Two\n lines");
    EXPECT_EQ(event.kind, "vote");
    EXPECT_EQ(story.actors.size(), 2u);
    EXPECT_EQ(story[event.lane].id, "ann");
    EXPECT_EQ(event.actors.size(), 2u);
    EXPECT_EQ(event.importance, 5);
    EXPECT_EQ(event.basis, model::Basis::official);
    EXPECT_EQ(event.confidence, model::Confidence::almostCertain);
    ASSERT_EQ(story.sources.size(), 1u) << "a name and an address are one source";
    EXPECT_EQ(story.sources[0].publisher, "FT");
    EXPECT_EQ(story.sources[0].url, "https://www.ft.com/x");
    EXPECT_EQ(event.tags, (std::vector<std::string>{"one", "two"}));
}

TEST(GraphmlReader, kindsOfLinks)
{
    const model::Story story = storyIn(
        read(graphml("<graph><node id='a'/><node id='b'/><edge source='a' target='b' kind='enables'/>"
                     "<edge source='a' target='b' relation='Leads to'/><edge source='a' target='b' label='part of'/>"
                     "<edge source='a' target='b' type='is married to'/>"
                     "<edge source='b' target='a' directed='false' kind='contradicts'/></graph>")));
    EXPECT_EQ(linksOf(story), "a enables b, a causes b, a part_of b, a causes b, b contradicts a");
    EXPECT_EQ(story.links[3].label.front().text, "is married to");
}

TEST(GraphmlReader, otherEncodings)
{
    const std::string latin =
        "<?xml version='1.0' encoding='ISO-8859-1'?><graphml><graph><node id='a' label='caf\xE9'/>"
        "</graph></graphml>";
    EXPECT_EQ(titleOf(storyIn(read(latin)), "a"), "café");
    EXPECT_EQ(codesOf(read(latin)), "");
    std::string wide = "\xFF\xFE";
    for (const char c : std::string("<graphml><graph><node id='a'/></graph></graphml>"))
        wide += {c, '\0'};
    EXPECT_EQ(titleOf(storyIn(read(wide)), "a"), "a");
    EXPECT_EQ(titleOf(storyIn(read("\xEF\xBB\xBF<graphml><graph><node id='ü'/></graph></graphml>")), "u"), "ü");
    EXPECT_EQ(titleOf(storyIn(read("<g:graphml xmlns:g='x'><g:graph><g:node id='a'/></g:graph></g:graphml>")), "a"),
              "a");
}

TEST(GraphmlReader, entitiesAreNotExpanded)
{
    const LoadedStory loaded = read("<!DOCTYPE g [<!ENTITY a 'boom'><!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
                                    "<graphml><graph><node id='a' label='&a;&f; &lt;b&gt;'/></graph></graphml>");
    EXPECT_EQ(titleOf(storyIn(loaded), "a"), "&a;&f; <b>");
}

} // namespace
} // namespace fabula::io

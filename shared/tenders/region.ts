import { groupBy } from '#shared/group-by.ts'

/** The provinces, each with the names of places that tell it. */
const provinces: readonly (readonly [region: string, ...places: string[]])[] = [
  ['北京'], ['天津'], ['上海'], ['重庆'],
  ['河北', '石家庄', '唐山', '保定', '廊坊', '邯郸', '雄安'], ['山西', '太原', '大同', '临汾'], ['内蒙古', '内蒙', '呼和浩特', '包头', '鄂尔多斯'],
  ['辽宁', '沈阳', '大连', '鞍山'], ['吉林', '长春'], ['黑龙江', '哈尔滨', '大庆'],
  ['江苏', '南京', '苏州', '无锡', '常州', '南通', '徐州', '扬州'], ['浙江', '杭州', '宁波', '温州', '嘉兴', '绍兴', '金华'], ['安徽', '合肥', '芜湖', '马鞍山'],
  ['福建', '福州', '厦门', '泉州'], ['江西', '南昌', '赣州', '九江'], ['山东', '济南', '青岛', '烟台', '潍坊', '淄博'],
  ['河南', '郑州', '洛阳'], ['湖北', '武汉', '宜昌', '襄阳'], ['湖南', '长沙', '株洲'],
  ['广东', '广州', '深圳', '东莞', '佛山', '珠海', '惠州'], ['广西', '南宁', '柳州', '桂林'], ['海南', '海口', '三亚'],
  ['四川', '成都', '绵阳', '宜宾'], ['贵州', '贵阳', '遵义'], ['云南', '昆明'], ['西藏', '拉萨'],
  ['陕西', '西安', '榆林', '咸阳'], ['甘肃', '兰州'], ['青海', '西宁'], ['宁夏', '银川'], ['新疆', '乌鲁木齐', '克拉玛依'],
  ['香港'], ['澳门'], ['台湾'],
]

export const regions: readonly string[] = provinces.map(([region]) => region)

/** Signs before a name after which it only seems to stand: 黄河南岸 is not 河南, 中山东路 not 山东. */
const misleading: Readonly<Record<string, string>> = { 河北: '黄天', 江西: '长珠', 山东: '中昆佛', 河南: '黄', 湖北: '太', 湖南: '太', 海南: '青' }

type Place = { name: string; region: string; notAfter: string }

/** By first sign: a large import asks this of every record. */
const placesByFirst = groupBy(
  provinces.flatMap(([region, ...places]) => [region, ...places].map((name): Place => ({ name, region, notAfter: misleading[name] ?? '' }))),
  ({ name }) => name.charAt(0),
)

/** The first province named by the buyer, else by the title; null when none is. The agency is not asked: it often sits elsewhere. */
export function regionOf({ buyer, title }: { buyer: string | null; title: string }): string | null {
  return firstRegion(buyer ?? '') ?? firstRegion(title)
}

function firstRegion(text: string): string | null {
  for (let at = 0; at < text.length; at++) {
    const place = placesByFirst.get(text.charAt(at))?.find(({ name, notAfter }) => text.startsWith(name, at) && (at === 0 || !notAfter.includes(text.charAt(at - 1))))
    if (place) return place.region
  }
  return null
}

import { app, dialog } from 'electron'
import type { CoreReport, Recovery } from '#core/core-message.ts'
import type { Preferences } from '#shared/shell.ts'

type Language = Preferences['language']
type Words = { title: string; problem: Record<CoreReport['code'], string>; kept: string; restore: (at: string) => string; choose: string; setAside: string; quit: string }

const words: Record<Language, Words> = {
  'zh-CN': {
    title: '工作区文件没有打开',
    problem: {
      damaged: '工作区文件已损坏。',
      'from-the-future': '工作区文件由更新版本的标匠写入，请先升级本程序。',
      unreadable: '工作区文件无法读取，可能被其他程序占用，或没有读写权限。',
      'bad-backup': '所选文件不是标匠的工作区备份，或已损坏。',
    },
    kept: '现有文件没有被改动。恢复备份时，它会以另一个名字保留在原处。',
    restore: (at) => `恢复 ${at} 的自动备份`,
    choose: '选择备份文件…',
    setAside: '保留原文件，从空白开始',
    quit: '退出',
  },
  en: {
    title: 'The workspace was not opened',
    problem: {
      damaged: 'The workspace file is damaged.',
      'from-the-future': 'The workspace file was written by a newer version of Bidwright. Update this program first.',
      unreadable: 'The workspace file cannot be read: another program may be using it, or access is not allowed.',
      'bad-backup': 'The chosen file is not a Bidwright backup, or it is damaged.',
    },
    kept: 'The file was not changed. When a backup is restored it stays where it is, under another name.',
    restore: (at) => `Restore the automatic backup of ${at}`,
    choose: 'Choose a backup…',
    setAside: 'Keep the file, start empty',
    quit: 'Quit',
  },
  fr: {
    title: 'L’espace de travail n’a pas été ouvert',
    problem: {
      damaged: 'Le fichier de travail est endommagé.',
      'from-the-future': 'Le fichier de travail vient d’une version plus récente de Bidwright. Mettez d’abord ce programme à jour.',
      unreadable: 'Le fichier de travail est illisible : un autre programme l’utilise peut-être, ou l’accès est refusé.',
      'bad-backup': 'Le fichier choisi n’est pas une sauvegarde de Bidwright, ou il est endommagé.',
    },
    kept: 'Le fichier n’a pas été modifié. Si une sauvegarde est restaurée, il reste à sa place sous un autre nom.',
    restore: (at) => `Restaurer la sauvegarde du ${at}`,
    choose: 'Choisir une sauvegarde…',
    setAside: 'Garder le fichier, repartir à vide',
    quit: 'Quitter',
  },
}

/** Asks what to do about a workspace that cannot be opened. Null: the person quits. */
export async function askAboutWorkspace(report: CoreReport, language: Language): Promise<Recovery | null> {
  const say = words[language]
  const { backup } = report
  const choices: { label: string; take: () => Promise<Recovery | null> }[] = [
    ...(backup === null ? [] : [{ label: say.restore(localTime(backup.at, language)), take: () => Promise.resolve<Recovery>({ kind: 'restore', backup: backup.path }) }]),
    { label: say.choose, take: chooseBackup },
    ...(report.code === 'unreadable' ? [] : [{ label: say.setAside, take: () => Promise.resolve<Recovery>({ kind: 'set-aside' }) }]),
  ]
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: say.title,
    message: say.problem[report.code],
    detail: say.kept,
    buttons: [...choices.map(({ label }) => label), say.quit],
    defaultId: 0,
    cancelId: choices.length,
    noLink: true,
  })
  const chosen = choices[response]
  if (chosen === undefined) {
    app.quit()
    return null
  }
  // Closing the file dialog is no answer.
  return (await chosen.take()) ?? askAboutWorkspace(report, language)
}

async function chooseBackup(): Promise<Recovery | null> {
  const { filePaths } = await dialog.showOpenDialog({ properties: ['openFile'] })
  const [path] = filePaths
  return path === undefined ? null : { kind: 'restore', backup: path }
}

function localTime(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant))
}
